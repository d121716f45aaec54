using System.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Compares values: numbers of all types stand on one line; values of types that differ otherwise are not equal.</summary>
internal static class CelEquality
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    /// <summary>Whether two values are equal; null when that is not known.</summary>
    public static bool? Equal(CelValue left, CelValue right, CelBudget budget)
    {
        if (!budget.Take(1) || left is Unknown || right is Unknown)
            return null;
        return (left, right) switch
        {
            (Int or Uint or Real, Int or Uint or Real) => Order(left, right) == 0,
            (Bytes a, Bytes b) => a.Value.AsSpan().SequenceEqual(b.Value.AsSpan()),
            (Str a, Str b) => budget.Take(Math.Min(a.Value.Length, b.Value.Length) / 16) ? a.Value == b.Value : null,
            (Seq a, Seq b) when a.Items.Length != b.Items.Length => false,
            (Seq a, Seq b) => a.IsSet || b.IsSet ? SameItems(a, b, budget) : All(a.Items.Length, index => Equal(a.Items[index], b.Items[index], budget)),
            (Map a, Map b) => Equal(a.Fields, b.Fields, budget),
            (Optional { Value: { } a }, Optional { Value: { } b }) => Equal(a, b, budget),
            (Quantity or Release or Network or Address or Url, _) when left.GetType() == right.GetType() => Order(left, right) is { } order ? order == 0 : left.Equals(right),
            _ => left.Equals(right),
        };
    }

    /// <summary>The order of two values; null when they have none.</summary>
    public static int? Order(CelValue left, CelValue right) => (left, right) switch
    {
        (Bool a, Bool b) => a.Value.CompareTo(b.Value),
        (Int a, Int b) => a.Value.CompareTo(b.Value),
        (Uint a, Uint b) => a.Value.CompareTo(b.Value),
        (Int a, Uint b) => a.Value < 0 ? -1 : ((ulong)a.Value).CompareTo(b.Value),
        (Uint, Int) => -Order(right, left),
        (Real a, Real b) => double.IsNaN(a.Value) || double.IsNaN(b.Value) ? null : a.Value.CompareTo(b.Value),
        (Real a, Int b) => a.Value >= TwoTo63 ? 1 : a.Value < -TwoTo63 ? -1 : Near(a.Value, (Int128)b.Value),
        (Real a, Uint b) => a.Value >= TwoTo64 ? 1 : a.Value < 0 ? -1 : Near(a.Value, b.Value),
        (Int or Uint, Real) => -Order(right, left),
        (Str a, Str b) => Encoding.UTF8.GetBytes(a.Value).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b.Value)),
        (Bytes a, Bytes b) => a.Value.AsSpan().SequenceCompareTo(b.Value.AsSpan()),
        (Moment a, Moment b) => a.Nanoseconds.CompareTo(b.Nanoseconds),
        (Period a, Period b) => a.Nanoseconds.CompareTo(b.Nanoseconds),
        (Quantity a, Quantity b) => a.CompareTo(b),
        (Release a, Release b) => a.Value.ComparePrecedenceTo(b.Value),
        _ => null,
    };

    private static int? Near(double real, Int128 whole)
    {
        if (double.IsNaN(real))
            return null;
        var floor = Math.Floor(real);
        var order = ((Int128)floor).CompareTo(whole);
        return order == 0 && real > floor ? 1 : order;
    }

    private static bool? Equal(CelFields left, CelFields right, CelBudget budget)
    {
        var keys = left.Keys.ToList();
        if (keys.Count != right.Count)
            return false;
        return All(keys.Count, index => right.Find(keys[index]) is { } other && left.Find(keys[index]) is { } own ? Equal(own, other, budget) : false);
    }

    private static bool? SameItems(Seq left, Seq right, CelBudget budget)
    {
        var rest = right.Items.ToList();
        foreach (var item in left.Items)
        {
            var index = rest.FindIndex(other => Equal(item, other, budget) is not false);
            if (index < 0)
                return false;
            if (Equal(item, rest[index], budget) is null)
                return null;
            rest.RemoveAt(index);
        }
        return true;
    }

    private static bool? All(int count, Func<int, bool?> test)
    {
        bool? all = true;
        for (var i = 0; i < count; i++)
        {
            var one = test(i);
            if (one is false)
                return false;
            all = one is null ? null : all;
        }
        return all;
    }
}
