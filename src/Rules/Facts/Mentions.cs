using Dockerlint.Commands;
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
    private readonly BuildModel _model;
    private readonly Dictionary<string, FirstPlaces> _places = new(StringComparer.Ordinal);

    private Mentions(BuildModel model) => _model = model;

    /// <inheritdoc/>
    public static Mentions Compute(FileFacts file) => new(file.Model);

    /// <summary>
    /// Whether the RUN of a command, or a RUN or file before it in its stage or in one the stage starts from, holds the text.
    /// </summary>
    internal bool UpTo(InvocationUse use, string text)
    {
        if (!_places.TryGetValue(text, out var places))
        {
            _places.Add(text, places = new FirstPlaces(_model, run => Holds(run, text),
                instruction => instruction.Heredocs.Any(heredoc => heredoc.Content.Contains(text, StringComparison.OrdinalIgnoreCase))));
        }

        return places.UpTo(use);
    }

    private bool Holds(RunInstruction run, string text) => _model.InvocationsOf(run).Any(use => Holds(use.Invocation, text))
        || _model.ScriptsOf(run).Any(script => script.Text.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
            && script.Nodes.OfType<Redirect>().Any(redirect => redirect.Heredoc is { } heredoc
                && script.Text.Text.AsSpan(heredoc.Body.Start, heredoc.Body.Length).Contains(text, StringComparison.OrdinalIgnoreCase)));

    // What apt, yum and dnf are told by their own options is no setting; a script in a word counts by its commands.
    private static bool Holds(Invocation command, string text)
    {
        if (command.Tool == AptTools.Apt || command.Tool == RpmTools.Dnf || command.ScriptWord is { IsOpen: false })
        {
            return false;
        }

        foreach (var word in command.Arguments)
        {
            if (word.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
