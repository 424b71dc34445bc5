using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Symbols;

/// <summary>Where the names of variables stand: in ARG and ENV, in words that the engine expands, and in scripts.</summary>
internal static class VariablePlaces
{
    internal static IEnumerable<NamedPlace> Find(BuildModel model)
    {
        var stage = -1;
        foreach (var instruction in model.Tree.Root.Instructions)
        {
            stage += instruction is FromInstruction ? 1 : 0;
            var action = (instruction as OnbuildInstruction)?.Trigger ?? instruction;

            // What a FROM says is worked out above all stages.
            var place = instruction is FromInstruction ? -1 : stage;
            if (action is KeyValueInstruction { Pairs: var pairs } and (ArgInstruction or EnvInstruction))
            {
                foreach (var key in pairs.Select(pair => pair.Key).Where(key => key.LiteralValue is not null))
                {
                    yield return new NamedPlace(place, key.LiteralValue!, key.Span, IsDeclaration: true, action is ArgInstruction);
                }
            }

            foreach (var variable in References(action))
            {
                if (variable.NameToken is { } name)
                {
                    yield return new NamedPlace(place, variable.Name, name.Span, IsDeclaration: false, IsArgument: false);
                }
            }
        }

        foreach (var found in model.Scripts.SelectMany(InScript))
        {
            yield return found;
        }
    }

    /// <summary>The variables in the words of an instruction that the engine expands.</summary>
    internal static IEnumerable<VariableReferenceSyntax> References(InstructionSyntax instruction)
    {
        var words = instruction.Flags.Select(flag => flag.ExpandedWord).OfType<WordSyntax>();
        if (instruction is WordListInstruction list)
        {
            words = words.Concat(list.ExpandedWords);
        }

        if (instruction is FileTransferInstruction)
        {
            words = words.Concat(instruction.Heredocs.Select(heredoc => heredoc.ContentWord).OfType<WordSyntax>());
        }

        if (instruction is RunInstruction run)
        {
            words = words.Concat(run.Mounts.SelectMany(mount => mount.Options).Select(option => option.ValueWord).OfType<WordSyntax>());
        }

        return instruction.Descendants().OfType<VariableReferenceSyntax>().Concat(words.SelectMany(word => word.Variables))
            .DistinctBy(variable => variable.Span);
    }

    // A script shares a name with the file where that is set; what it sets by itself under that name is the same variable.
    private static IEnumerable<NamedPlace> InScript(ScriptUse script)
    {
        foreach (var node in script.Nodes)
        {
            if (node is ParameterExpansion parameter && script.Before.Variables.Find(parameter.Name) is not null
                && NameSpan(script.Text, parameter) is { } span)
            {
                yield return new NamedPlace(script.Stage.Index, parameter.Name, span, IsDeclaration: false, IsArgument: false);
            }
            else if (node is Assignment assignment && script.Before.Variables.Find(assignment.Name) is not null)
            {
                yield return new NamedPlace(
                    script.Stage.Index, assignment.Name, script.Text.ToSource(assignment.NameSpan),
                    IsDeclaration: false, IsArgument: false);
            }
        }
    }

    private static TextSpan? NameSpan(MappedText text, ParameterExpansion parameter)
    {
        var at = text.Text.IndexOf(parameter.Name, parameter.Span.Start, parameter.Span.Length, StringComparison.Ordinal);
        var span = new TextSpan(at, parameter.Name.Length);
        return at >= 0 && text.IsExact(span) ? text.ToSource(span) : null;
    }
}
