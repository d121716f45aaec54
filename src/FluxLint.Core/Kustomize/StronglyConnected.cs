namespace FluxLint.Kustomize;

/// <summary>Finds the parts of a directed graph whose nodes all reach each other, by Tarjan's algorithm without recursion.</summary>
internal static class StronglyConnected
{
    /// <summary>The parts that hold a cycle: those of several nodes, and single nodes with an edge to themselves.</summary>
    public static IEnumerable<HashSet<string>> Of(IEnumerable<string> nodes, Func<string, IEnumerable<string>> targets)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var low = new Dictionary<string, int>(StringComparer.Ordinal);
        var stack = new Stack<string>();
        var onStack = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<HashSet<string>>();
        foreach (var start in nodes.Where(node => !index.ContainsKey(node)))
        {
            var open = new Stack<(string Node, IEnumerator<string> Targets)>();
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

            void Enter(string node)
            {
                index[node] = low[node] = index.Count;
                stack.Push(node);
                onStack.Add(node);
                open.Push((node, targets(node).GetEnumerator()));
            }
        }
        return found;

        void Leave(string root)
        {
            var members = new HashSet<string>(StringComparer.Ordinal);
            string member;
            do
            {
                member = stack.Pop();
                onStack.Remove(member);
                members.Add(member);
            }
            while (member != root);
            if (members.Count > 1 || targets(root).Contains(root))
                found.Add(members);
        }
    }
}
