using System.Globalization;
using System.Text;
using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Guide;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What is known of what stands at a place.</summary>
internal static class HoverFeature
{
    internal static Hover? At(PositionParams parameters, RequestScope scope)
    {
        if (scope.Dockerfile(parameters.TextDocument.Uri) is not { } document)
        {
            return null;
        }

        var offset = document.Positions.OffsetOf(parameters.Position);
        var tree = document.Dockerfile.Tree;
        var instruction = tree.Root.InstructionAt(offset);
        var found = OfSuppression(tree, offset) ?? OfDirective(tree, offset) ?? OfSymbol(document, offset)
            ?? (instruction is null || offset > instruction.Span.End ? null
                : OfInstruction((instruction as OnbuildInstruction)?.Trigger is { } trigger && offset >= trigger.Span.Start
                    ? trigger : instruction, document, offset));
        return found is var (span, text)
            ? new Hover(Texts.Markup(scope.Client, text), document.Positions.RangeOf(span)) : null;
    }

    private static (TextSpan, string)? OfSuppression(SyntaxTree tree, int offset)
    {
        foreach (var name in SuppressionComment.In(tree).SelectMany(comment => comment.Names))
        {
            if (Touches(name.Span, offset) && RuleBook.FindByAnyName(name.Name) is { } rule)
            {
                return (name.Span, RuleDocWriter.Explain(rule));
            }
        }

        return null;
    }

    private static (TextSpan, string)? OfDirective(SyntaxTree tree, int offset) =>
        tree.Root.Directives.FirstOrDefault(directive => Touches(directive.Span, offset)) is { } directive
            && DockerfileGuide.Directives.FirstOrDefault(entry => entry.Name == directive.Name) is { } entry
            ? (directive.Span, $"**{entry.Name}**\n\n{entry.Text}") : null;

    private static (TextSpan, string)? OfSymbol(OpenDocument document, int offset)
    {
        if (document.Symbols.At(offset) is not { } place)
        {
            return null;
        }

        var model = document.Dockerfile.Model;
        return place.Symbol.Kind == SymbolKind.Stage
            ? (place.Span, OfStage(document, model.Stages[place.Symbol.Place]))
            : (place.Span, OfVariable(document, place));
    }

    private static string OfStage(OpenDocument document, Stage stage)
    {
        var state = stage.FinalState;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**Stage {Texts.Code(StageNames.Of(stage).Name)}**, ")
            .Append(CultureInfo.InvariantCulture, $"line {document.Positions.LineOf(stage.From.Span.Start) + 1}: ")
            .Append(CultureInfo.InvariantCulture, $"{Count(stage.Steps.Count, "instruction")} on {Texts.Code(stage.From.Image.RawText)}");
        Add(text, "user", state.User);
        Add(text, "folder", state.Workdir);
        var users = document.Symbols.Of(StageNames.Of(stage)).Count(other => !other.IsDeclaration);
        return text.Append(CultureInfo.InvariantCulture, $"\n\nUsed in {Count(users, "place")}.").ToString();
    }

    private static string OfVariable(OpenDocument document, Occurrence place)
    {
        var model = document.Dockerfile.Model;
        var name = place.Symbol.Name;
        var scope = NavigationFeature.ScopeAt(model, place);
        var binding = scope?.Find(name);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"**{name}**");
        if (place.IsDeclaration)
        {
            var declared = model.Tree.Root.InstructionAt(place.Span.Start) is ArgInstruction ? "ARG" : "ENV";
            text.Append(CultureInfo.InvariantCulture, $", declared here by {declared}");
            var value = declared == "ARG" && place.Stage >= 0 ? model.Stages[place.Stage].FinalState.Variables.Lookup(name)
                : place.Stage < 0 ? model.GlobalScope.Lookup(name) : default;
            text.Append(value.Text is { } known ? $"\n\nValue: {Texts.Code(known)}" : "");
            return text.Append(declared == "ARG" ? BuildArgument(name, place.Stage) : "").ToString();
        }

        var found = scope?.Lookup(name) ?? VariableValue.Unknown;
        text.Append(found switch
        {
            { Text: { } known } => $" is {Texts.Code(known)} here",
            { IsSet: false } => " is not set here",
            _ => " has a value here that the file does not say",
        });
        if (binding?.Declaration is { } declaration)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nSet by {(binding.Kind == VariableKind.Env ? "ENV" : "ARG")} in line ")
                .Append(CultureInfo.InvariantCulture, $"{document.Positions.LineOf(declaration.Span.Start) + 1}.");
        }

        return text.Append(binding?.Kind == VariableKind.Arg ? BuildArgument(name, place.Stage) : "").ToString();
    }

    private static string BuildArgument(string name, int stage) => $"\n\n`--build-arg {name}=VALUE` sets it"
        + (stage < 0 ? " above all stages; a stage sees it once it declares it again." : " from here to the end of the stage.");

    private static (TextSpan, string)? OfInstruction(InstructionSyntax instruction, OpenDocument document, int offset)
    {
        if (Touches(instruction.Keyword.Span, offset))
        {
            return DockerfileGuide.Instruction(instruction.Name) is { } entry
                ? (instruction.Keyword.Span, $"**{entry.Name}**\n\n`{entry.Form}`\n\n{entry.Text}") : null;
        }

        if (instruction.Flags.FirstOrDefault(flag => Touches(flag.Span, offset)) is { } flag)
        {
            return OfMount(instruction, offset)
                ?? (DockerfileGuide.Flag(instruction.Name, flag.Name) is { } guide
                    ? (flag.Span, $"**--{flag.Name}**\n\n{guide.Text}{Choices(guide)}") : null);
        }

        return instruction switch
        {
            FromInstruction from when Touches(from.Image.Span, offset) => ImageHover.Of(document, from),
            FileTransferInstruction transfer => ContextHover.Of(document, transfer, offset),
            CommandInstruction => CommandHover.Of(document, offset),
            _ => null,
        };
    }

    private static (TextSpan, string)? OfMount(InstructionSyntax instruction, int offset)
    {
        foreach (var mount in (instruction as RunInstruction)?.Mounts ?? [])
        {
            foreach (var option in mount.Options.Where(option => Touches(option.Span, offset)))
            {
                if (option.Name == "type" && option.Value is { } type && DockerfileGuide.Mount(type.ToLowerInvariant()) is { } kind)
                {
                    var keys = string.Join(", ", kind.Values.Select(Texts.Code));
                    return (option.Span, $"**type={kind.Name}**\n\n{kind.Text}\n\nKeys: {keys}");
                }

                if (DockerfileGuide.Key(option.Name) is { } key)
                {
                    return (option.Span, $"**{option.Key}**\n\n{key.Text}{Choices(key)}");
                }
            }
        }

        return null;
    }

    private static string Choices(GuideEntry entry) => entry.Values is [] or [['@', ..], ..] ? ""
        : $"\n\nValues: {string.Join(", ", entry.Values.Select(Texts.Code))}";

    private static void Add(StringBuilder text, string what, string? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $", {what} {Texts.Code(value)}");
        }
    }

    private static bool Touches(TextSpan span, int offset) => span.Start <= offset && offset <= span.End;

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
