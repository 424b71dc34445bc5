using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>How reports say how sure a finding is.</summary>
internal static class ConfidenceName
{
    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Certain => "certain",
        Confidence.Likely => "likely",
        _ => "hint",
    };

    /// <summary>A number from 0 to 100, by which tools sort: the surest first.</summary>
    public static double RankOf(Confidence confidence) => confidence switch
    {
        Confidence.Certain => 100,
        Confidence.Likely => 60,
        _ => 20,
    };
}
