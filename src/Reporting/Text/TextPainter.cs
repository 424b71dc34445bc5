using Dockerlint.Linting;

namespace Dockerlint.Reporting;

/// <summary>Colours that can be read on dark and on light ground: the terminal's own eight, and bold and dim.</summary>
internal sealed class TextPainter(TextReportStyle style)
{
    internal string Strong(string text) => Paint("1", text);

    internal string Faint(string text) => Paint("2", text);

    internal string Path(string text) => Paint("1;4", text);

    internal string Added(string text) => Paint("32", text);

    internal string Removed(string text) => Paint("31", text);

    internal string Help(string text) => Paint("1;36", text);

    internal string Success(string text) => Paint("1;32", text);

    internal string Of(Severity severity, string text) => Paint(severity switch
    {
        Severity.Error => "1;31",
        Severity.Warning => "1;33",
        Severity.Info => "1;34",
        _ => "1;35",
    }, text);

    /// <summary>A text that leads to an address where the terminal can follow it.</summary>
    internal string Link(string text, string? address) =>
        style.HasLinks && address is not null ? $"\e]8;;{address}\e\\{text}\e]8;;\e\\" : text;

    private string Paint(string code, string text) => style.HasColor && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
