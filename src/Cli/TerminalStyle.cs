using System.Globalization;
using Dockerlint.Reporting;

namespace Dockerlint.Cli;

/// <summary>What the terminal behind standard output can show, and what its user wants to see.</summary>
internal static class TerminalStyle
{
    private const int PageWidth = 120;

    private static string s_choice = "auto";

    /// <summary>The words that <c>--color</c> takes.</summary>
    internal static IReadOnlyList<string> Choices { get; } = ["auto", "always", "never"];

    /// <summary>Takes what <c>--color</c> says, which is stronger than any variable.</summary>
    internal static void Choose(string choice) => s_choice = choice;

    /// <summary>
    /// Whether standard output has colours: as asked for; else not with <c>NO_COLOR</c> (https://no-color.org), always with
    /// <c>FORCE_COLOR</c> or <c>CLICOLOR_FORCE</c> (https://bixense.com/clicolors), and on a terminal that is not dumb.
    /// </summary>
    internal static bool HasColor() => s_choice switch
    {
        "always" => true,
        "never" => false,
        _ => !IsSet("NO_COLOR") && (IsOn("FORCE_COLOR") || IsOn("CLICOLOR_FORCE") || (IsTerminal && StandardStreams.Terminal is not (null or "" or "dumb"))),
    };

    /// <summary>How a report for people is shown on standard output.</summary>
    /// <param name="mayColor">Whether colours may be used.</param>
    internal static TextReportStyle ForReport(bool mayColor) => new()
    {
        HasColor = s_choice == "always" || (mayColor && HasColor()),
        HasLinks = mayColor && HasColor() && IsTerminal && FollowsLinks(),
        Width = Width(),
        TellsSuccess = IsTerminal,
    };

    private static bool IsTerminal => !StandardStreams.IsClosed(1) && !Console.IsOutputRedirected;

    private static int Width()
    {
        if (!IsTerminal)
        {
            return PageWidth;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? width
                : int.TryParse(Variable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns : PageWidth;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return PageWidth;
        }
    }

    // Terminals that follow OSC 8; others show the escape, or nothing.
    private static bool FollowsLinks() => IsSet("WT_SESSION") || IsSet("KITTY_WINDOW_ID") || IsSet("KONSOLE_VERSION") || IsSet("DOMTERM")
        || Variable("TERM_PROGRAM") is "iTerm.app" or "WezTerm" or "vscode" or "ghostty" or "Hyper" or "Tabby" or "rio"
        || StandardStreams.Terminal is "xterm-kitty" or "alacritty" or "foot" or "xterm-ghostty" or "contour"
        || (int.TryParse(Variable("VTE_VERSION"), CultureInfo.InvariantCulture, out var version) && version >= 5000);

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Variable(name));

    private static bool IsOn(string name) => IsSet(name) && Variable(name) is not ("0" or "false");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
