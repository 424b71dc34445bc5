using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>
/// Which texts stand in what a build writes: in a command that is no package manager, or in a file from a heredoc. Each text is looked for
/// once a file, however many commands ask.
/// </summary>
internal sealed class Mentions : IFact<Mentions>
{
    private static readonly string[] s_managers = ["apt-get", "apt", "aptitude", "yum", "dnf", "dnf5", "tdnf", "microdnf"];

    private readonly BuildModel _model;
    private readonly Dictionary<string, FirstPlaces> _places = new(StringComparer.Ordinal);

    private Mentions(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static Mentions Compute(FileFacts file) => new(file.Model);

    /// <summary>Whether the script, or a script or file before it in its stage or in one the stage starts from, holds the text.</summary>
    internal bool UpTo(ScriptUse script, string text)
    {
        if (!_places.TryGetValue(text, out var places))
        {
            _places.Add(text, places = new FirstPlaces(_model, other => Holds(other, text),
                instruction => instruction.Heredocs.Any(heredoc => heredoc.Content.Contains(text, StringComparison.OrdinalIgnoreCase))));
        }

        return places.UpTo(script);
    }

    private static bool Holds(ScriptUse script, string text) => script.Text.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
        && (script.Programs.Any(use => !s_managers.Contains(use.Name)
                && use.Arguments.Any(argument => argument.Value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))
            || script.Nodes.OfType<Redirect>().Any(redirect => redirect.Heredoc is { } heredoc
                && script.Text.Text.AsSpan(heredoc.Body.Start, heredoc.Body.Length).Contains(text, StringComparison.OrdinalIgnoreCase)));
}
