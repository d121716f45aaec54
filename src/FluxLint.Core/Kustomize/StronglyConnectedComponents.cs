namespace FluxLint.Kustomize;

/// <summary>Finds the strongly connected components of a directed graph, by Tarjan's algorithm without recursion.</summary>
internal static class StronglyConnectedComponents
{
    /// <summary>The components that hold a cycle: those of several nodes, and single nodes with an edge to themselves.</summary>
    public static IEnumerable<HashSet<T>> Of<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> targets)
        where T : notnull
    {
        var index = new Dictionary<T, int>();
        var low = new Dictionary<T, int>();
        var stack = new Stack<T>();
        var onStack = new HashSet<T>();
        var found = new List<HashSet<T>>();
        foreach (var start in nodes.Where(node => !index.ContainsKey(node)))
        {
            var open = new Stack<Step<T>>();
            Enter(start);
            while (open.TryPeek(out var step))
            {
                if (step.Targets.MoveNext())
                {
                    var target = step.Targets.Current;
                    if (!index.ContainsKey(target))
                        Enter(target);
                    else if (onStack.Contains(target))
                        low[step.Node] = Math.Min(low[step.Node], index[target]);
                    continue;
                }
                open.Pop();
                if (open.TryPeek(out var parent))
                    low[parent.Node] = Math.Min(low[parent.Node], low[step.Node]);
                if (low[step.Node] == index[step.Node])
                    Leave(step.Node);
            }

            void Enter(T node)
            {
                index[node] = low[node] = index.Count;
                stack.Push(node);
                onStack.Add(node);
                open.Push(new(node, targets(node).GetEnumerator()));
            }
        }
        return found;

        void Leave(T root)
        {
            var members = new HashSet<T>();
            T member;
            do
            {
                member = stack.Pop();
                onStack.Remove(member);
                members.Add(member);
            }
            while (!member.Equals(root));
            if (members.Count > 1 || targets(root).Contains(root))
                found.Add(members);
        }
    }

    private sealed record Step<T>(T Node, IEnumerator<T> Targets);
}
