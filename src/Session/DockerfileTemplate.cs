using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Session;

/// <summary>
/// Files that are found beside Dockerfiles and that some program makes Dockerfiles of. What it would make of them nobody here knows.
/// </summary>
public static class DockerfileTemplate
{
    private static readonly string[] s_endings =
    [
        ".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".in", ".orig", ".erb", ".ejs", ".hbs", ".mustache", ".gotmpl", ".m4",
        ".liquid", ".mako", ".njk",
    ];

    /// <summary>
    /// What makes a file a template: a mark in it, if its name or its syntax says so too. A Dockerfile may hold such marks in a script.
    /// </summary>
    /// <param name="source">The file.</param>
    public static string? Mark(SourceText source)
    {
        var tree = DockerfileParser.Parse(source);
        var isNamedSo = Array.Exists(s_endings, ending => source.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || Path.GetFileName(source.Path).Contains("template", StringComparison.OrdinalIgnoreCase);
        return isNamedSo || tree.Errors.Count > 0 ? TemplateMarks.Find(tree) : null;
    }
}
