namespace Dockerlint.Cli;

/// <summary>The version of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>Major, minor and patch.</summary>
    internal static string Short => typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
