using System.Text;
using Dockerlint.Cache;
using Dockerlint.Linting.Baseline;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Targets;

namespace Dockerlint.Fuzz;

/// <summary>JSON as a Bake file, as a baseline, and as the times of a build.</summary>
public sealed class JsonCheck : IFuzzCheck
{
    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input).TrimStart('\uFEFF');
        var errors = new List<ConfigError>();
        BakeReader.Read(text, "docker-bake.json", errors, new BuildFileSources(name => name.Length % 2 == 0 ? name : null, _ => null));
        if (FindingBaseline.Read(text, "known.json", errors) is { } baseline)
        {
            var again = FindingBaseline.Read(FindingBaseline.Write(baseline.Entries), "known.json", errors);
            if (again is null || !again.Entries.Order(s_order).SequenceEqual(baseline.Entries.Order(s_order)))
            {
                return new FuzzFailure("baseline", "what is written is not what was read");
            }
        }

        _ = MeasuredTimes.Read(text);
        return ConfigCheck.Places(text, errors);
    }

    private static readonly Comparer<BaselineEntry> s_order = Comparer<BaselineEntry>.Create((left, right) =>
        string.CompareOrdinal($"{left.File}\0{left.Rule}\0{left.Fingerprint}", $"{right.File}\0{right.Rule}\0{right.Fingerprint}"));
}
