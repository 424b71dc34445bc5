using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>What comes behind or in front of a program in its script, found once a script and question.</summary>
internal sealed class ProgramOrder : IFact<ProgramOrder>
{
    private readonly Dictionary<(ScriptUse Script, Func<ProgramUse, bool> Does), int> _last = [];
    private readonly Dictionary<(ScriptUse Script, string Name), HashSet<SimpleCommand>> _fed = [];

    private ProgramOrder()
    {
    }

    /// <inheritdoc/>
    public static ProgramOrder Compute(FileFacts file) => new();

    /// <summary>Whether a program of the script that comes behind another does the thing.</summary>
    /// <param name="use">The program.</param>
    /// <param name="does">A function that captures nothing: its answers are kept.</param>
    internal bool IsFollowedBy(ProgramUse use, Func<ProgramUse, bool> does)
    {
        if (!_last.TryGetValue((use.Script, does), out var last))
        {
            last = use.Script.Programs.Where(does).Select(other => other.NameWord.Span.Start).DefaultIfEmpty(-1).Max();
            _last.Add((use.Script, does), last);
        }

        return last > use.NameWord.Span.Start;
    }

    /// <summary>Whether the program reads from a pipe that the named command writes into.</summary>
    internal bool IsFedBy(ProgramUse use, string name)
    {
        if (!_fed.TryGetValue((use.Script, name), out var fed))
        {
            fed = use.Script.Nodes.OfType<Pipeline>().Where(pipe => pipe.Commands.Length > 1 && pipe.Commands[0] is SimpleCommand { Name: var first } && first == name)
                .SelectMany(pipe => pipe.Commands.Skip(1)).SelectMany(command => command.SimpleCommands()).ToHashSet();
            _fed.Add((use.Script, name), fed);
        }

        return fed.Contains(use.Command);
    }
}
