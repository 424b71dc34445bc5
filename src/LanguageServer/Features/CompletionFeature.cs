using Dockerlint.LanguageServer.Documents;
using Dockerlint.LanguageServer.Guide;
using Dockerlint.LanguageServer.Protocol;
using Dockerlint.LanguageServer.Symbols;
using Dockerlint.Text;

namespace Dockerlint.LanguageServer.Features;

/// <summary>What can stand at a place.</summary>
internal static class CompletionFeature
{
    private static readonly string[] s_signals =
    [
        "SIGTERM", "SIGINT", "SIGQUIT", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGABRT", "SIGALRM", "SIGCONT", "SIGSTOP",
    ];

    private static readonly string[] s_ports = ["80", "443", "3000", "5432", "6379", "8000", "8080", "8443", "9000"];

    internal static CompletionList At(PositionParams parameters, RequestScope scope)
    {
        if (scope.Documents.GetValueOrDefault(parameters.TextDocument.Uri) is not { } document)
        {
            return new CompletionList(false, []);
        }

        var offset = document.Positions.OffsetOf(parameters.Position);
        IEnumerable<CompletionItem> items = document.Kind switch
        {
            DocumentKind.Dockerfile => InDockerfile(document, offset, scope),
            DocumentKind.Configuration => ConfigurationCompletion.At(document, offset, scope),
            _ => [],
        };
        return new CompletionList(false, [.. items.DistinctBy(item => item.Label)]);
    }

    private static IEnumerable<CompletionItem> InDockerfile(OpenDocument document, int offset, RequestScope scope)
    {
        var line = LineState.At(document, offset);
        var items = new CompletionItems(document, offset, scope.Client);
        if (line.IsComment)
        {
            return CommentCompletion.At(document, line, offset, items);
        }

        if (line.Instruction is not { } instruction || !line.IsBehindKeyword)
        {
            return line.Before.All(char.IsAsciiLetter) ? Instructions(items, line.Word.Length) : [];
        }

        var stage = document.Dockerfile.Model.Stages.LastOrDefault(stage => stage.From.Span.Start <= offset)?.Index ?? -1;
        if (line.Word.LastIndexOf('$') is var dollar && dollar >= 0
            && line.Word[(dollar + 1)..].TrimStart('{').All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return Variables(document, items, line.Word[dollar..], offset, instruction == "FROM" ? -1 : stage);
        }

        return line.Word.StartsWith('-') ? Flags(document, items, instruction, line.Word, stage) : instruction switch
        {
            "FROM" when line.WordIndex == 0 || line.Before.TrimEnd().EndsWith("platform", StringComparison.Ordinal) =>
                Stages(document, items, line.Word.Length, int.MaxValue, stage).Concat(Images(scope, items, line.Word.Length)),
            "FROM" when line.WordIndex == 1 => [items.Of("AS", CompletionItems.Keyword, line.Word.Length)],
            "COPY" or "ADD" => Paths(document, items, line.Word),
            "STOPSIGNAL" => s_signals.Select(signal => items.Of(signal, CompletionItems.Value, line.Word.Length)),
            "EXPOSE" => s_ports.Select(port => items.Of(port, CompletionItems.Value, line.Word.Length)),
            "HEALTHCHECK" when line.Before.Contains("CMD", StringComparison.Ordinal) is false =>
                [items.Of("CMD", CompletionItems.Keyword, line.Word.Length), items.Of("NONE", CompletionItems.Keyword, line.Word.Length)],
            "ONBUILD" when line.WordIndex == 0 => Instructions(items, line.Word.Length),
            "ARG" or "ENV" when line.WordIndex == 0 && !line.Word.Contains('=', StringComparison.Ordinal) =>
                document.Symbols.Occurrences.Where(place => place.Symbol.Kind == SymbolKind.Variable).Select(place => place.Symbol.Name)
                    .Distinct(StringComparer.Ordinal).Select(name => items.Of(name, CompletionItems.Variable, line.Word.Length)),
            _ => [],
        };
    }

    private static IEnumerable<CompletionItem> Instructions(CompletionItems items, int length) =>
        DockerfileGuide.Instructions.Select(entry =>
            items.Of(entry.Name, CompletionItems.Keyword, length, entry.Form, entry.Text, entry.Name + " "));

    private static IEnumerable<CompletionItem> Flags(
        OpenDocument document, CompletionItems items, string instruction, string word, int stage)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return DockerfileGuide.Flags(instruction).Select(entry =>
                items.Of("--" + entry.Name, CompletionItems.Property, word.Length, null, entry.Text, "--" + entry.Name + "="));
        }

        var (name, value) = (word[2..Math.Max(2, equals)], word[(equals + 1)..]);
        if (DockerfileGuide.Flag(instruction, name) is not { } flag)
        {
            return [];
        }

        return flag.Form switch
        {
            "@mount" => Mount(document, items, value, stage),
            "@stage" => Stages(document, items, value.Length, stage, stage),
            _ => flag.Values.Select(known => items.Of(known, CompletionItems.Value, value.Length)),
        };
    }

    private static IEnumerable<CompletionItem> Mount(OpenDocument document, CompletionItems items, string value, int stage)
    {
        var fields = value.Split(',');
        var last = fields[^1];
        var type = fields.FirstOrDefault(field => field.StartsWith("type=", StringComparison.Ordinal))?[5..] ?? "bind";
        var equals = last.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            var keys = (DockerfileGuide.Mount(type) ?? DockerfileGuide.Mount("bind")!).Values
                .Except(fields.SkipLast(1).Select(field => field.Split('=')[0]));
            return keys.Prepend("type").Where(key => key != "type" || fields.Length == 1)
                .Select(key => items.Of(key, CompletionItems.Property, last.Length, null, DockerfileGuide.Key(key)?.Text, key + "="));
        }

        var (name, typed) = (last[..equals], last[(equals + 1)..]);
        return DockerfileGuide.Key(name) switch
        {
            { Form: "@stage" } => Stages(document, items, typed.Length, stage, stage),
            { Form: "@path" } => Paths(document, items, typed),
            { } key => key.Values.Select(known => items.Of(
                known, CompletionItems.Value, typed.Length, null, name == "type" ? DockerfileGuide.Mount(known)?.Text : null)),
            null => [],
        };
    }

    private static IEnumerable<CompletionItem> Stages(OpenDocument document, CompletionItems items, int length, int below, int current) =>
        document.Dockerfile.Model.Stages.Where(stage => stage.Name is not null && stage.Index < below && stage.Index != current)
            .Select(stage => items.Of(stage.From.StageName!.RawText, CompletionItems.Class, length, $"FROM {stage.From.Image.RawText}"));

    // Names that open files start from: nothing is asked of a registry.
    private static IEnumerable<CompletionItem> Images(RequestScope scope, CompletionItems items, int length) => scope.Documents.Values
        .Where(document => document.Kind == DocumentKind.Dockerfile)
        .SelectMany(document => document.Dockerfile.Model.Stages
            .Where(stage => stage.Base.Image is not null).Select(stage => stage.Base.Text))
        .OfType<string>().Append("scratch").Distinct(StringComparer.Ordinal)
        .Select(image => items.Of(image, CompletionItems.Module, length));

    private static IEnumerable<CompletionItem> Variables(
        OpenDocument document, CompletionItems items, string typed, int offset, int stage)
    {
        var scope = NavigationFeature.ScopeAt(document.Dockerfile.Model, offset, stage);
        var bindings = (scope?.Environment ?? []).Concat(scope?.Arguments ?? []);
        var isBraced = typed.StartsWith("${", StringComparison.Ordinal);
        return bindings.DistinctBy(binding => binding.Name).Select(binding => items.Of(
            isBraced ? $"${{{binding.Name}}}" : $"${binding.Name}", CompletionItems.Variable, typed.Length,
            binding.Value.Text is { } value ? VisibleText.Escape(value) : null));
    }

    private static IEnumerable<CompletionItem> Paths(OpenDocument document, CompletionItems items, string typed)
    {
        if (document.Dockerfile.Context is not { } context)
        {
            return [];
        }

        var slash = typed.LastIndexOf('/');
        var folder = slash < 0 ? "" : typed[..slash].TrimStart('.', '/');
        return context.Sent.Entries
            .Where(entry => (entry.Path.LastIndexOf('/') is var at && at < 0 ? "" : entry.Path[..at]) == folder
                && VisibleText.IsWellFormed(entry.Path))
            .Select(entry => entry.Kind == Semantics.Context.ContextEntryKind.Directory
                ? items.Of(entry.Name + "/", CompletionItems.Folder, typed.Length - slash - 1)
                : items.Of(entry.Name, CompletionItems.File, typed.Length - slash - 1));
    }
}
