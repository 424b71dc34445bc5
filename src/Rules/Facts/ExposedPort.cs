using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>One port of an EXPOSE, <c>[[ip:]host:]port[-end][/protocol]</c>, after expansion.</summary>
/// <param name="Step">The instruction.</param>
/// <param name="Word">The word it comes from; a variable may hold several ports.</param>
/// <param name="Text">The port.</param>
internal sealed record ExposedPort(EngineStep Step, WordSyntax Word, string Text)
{
    /// <summary>What stands before the container's port, colons included.</summary>
    internal string Prefix => Text[..(Text.LastIndexOf(':') + 1)];

    /// <summary>Whether an address or a port of the host is named.</summary>
    internal bool HasHost => Prefix.Length > 1;

    /// <summary>The protocol as written; empty when there is none.</summary>
    internal string Protocol => Text.LastIndexOf('/') is >= 0 and var slash ? Text[(slash + 1)..] : "";

    /// <summary>Whether the text is what stands in the source, character by character.</summary>
    internal bool IsVerbatim => Word.Source.Slice(Word.Span).SequenceEqual(Text);

    /// <summary>All ports of a file whose text is known.</summary>
    internal static IEnumerable<ExposedPort> All(RuleContext context)
    {
        foreach (var step in context.Get<EngineBuild>().Stages.SelectMany(stage => stage.Steps))
        {
            if (step.Instruction is not ExposeInstruction expose)
            {
                continue;
            }

            foreach (var word in expose.Words)
            {
                if (WordExpander.Expand(word, step.Scope.Lookup) is not { } text)
                {
                    continue;
                }

                foreach (var port in word.LiteralValue is null ? text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) : [text])
                {
                    yield return new ExposedPort(step, word, port);
                }
            }
        }
    }
}
