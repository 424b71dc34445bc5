using Dockerlint.Commands;
using Dockerlint.Semantics;
using Dockerlint.Syntax.Shell;

namespace Dockerlint.Rules;

/// <summary>Recognises commands that install the dependencies of a project, one method a family of tools.</summary>
internal static class InstallReader
{
    private const int MostFiles = 8;

    /// <summary>The installation that a command is, or null.</summary>
    internal static DependencyInstall? Read(InvocationUse use) =>
        use.Invocation.Tool is not { } tool || use.Invocation.Has(OptionRole.DryRun) ? null
        : tool == PythonTools.Pip || tool == PythonTools.Uv || tool == PythonTools.Poetry || tool == PythonTools.Pipenv
            ? PythonInstalls.Read(use, tool)
        : tool == NodeTools.Npm || tool == NodeTools.Yarn || tool == NodeTools.Pnpm || tool == NodeTools.Bun ? NodeInstalls.Read(use, tool)
        : tool == CompiledTools.Go ? CompilerInstalls.Go(use)
        : tool == CompiledTools.Cargo ? CompilerInstalls.Cargo(use)
        : tool == JavaTools.Maven ? CompilerInstalls.Maven(use)
        : tool == JavaTools.Gradle ? CompilerInstalls.Gradle(use)
        : tool == DotnetTools.Dotnet ? CompilerInstalls.Dotnet(use)
        : tool == RubyTools.Bundle
            ? (use.Invocation is { VerbName: "install" } ? new DependencyInstall("Bundler", use, "Gemfile", "Gemfile.lock*") : null)
        : tool == PhpTools.Composer ? Composer(use)
        : tool == CompiledTools.Mix ? (FetchesMix(use.Invocation) ? new DependencyInstall("Mix", use, "mix.exs", "mix.lock*") : null)
        : tool == CompiledTools.Dart || tool == CompiledTools.Flutter
            ? (use.Invocation.VerbName is "pub get" or "get" or "packages get"
                ? new DependencyInstall("Pub", use, "pubspec.yaml", "pubspec.lock*") : null)
        : PackageList(use);

    /// <summary>The command as it is written, when that is known exactly and fits a line of its own.</summary>
    internal static string? Text(InvocationUse use) =>
        use.Invocation is { Command: { } command, Parent: null, Text: var text } && text.IsExact(command.Span)
        && !text.Text.AsSpan(command.Span.Start, command.Span.Length).Contains('\n')
            ? text.Text.Substring(command.Span.Start, command.Span.Length)
            : null;

    /// <summary>Whether another command can stand for it in a step of its own: nothing else runs it.</summary>
    internal static bool StandsAlone(InvocationUse use) => use.Invocation is { Command: not null, Parent: null, Wrappers.IsEmpty: true };

    private static bool FetchesMix(Invocation use) => use.VerbName == "deps.get"
        || (use.VerbName == "do" && use.Operands.Any(operand => operand.Value?.TrimEnd(',') == "deps.get"));

    private static DependencyInstall? Composer(InvocationUse use)
    {
        if (use.Invocation.VerbName != "install")
        {
            return null;
        }

        // Scripts and the class map need the sources: the early command leaves them out, and the command itself still follows.
        string[] skips = [.. new[] { "--no-scripts", "--no-autoloader" }.Where(flag => !use.Invocation.Has(flag))];
        return new DependencyInstall("Composer", use, "composer.json", "composer.lock*")
        {
            EarlyCommand = skips.Length == 0 ? null : Text(use) is { } text ? string.Join(' ', [text, .. skips]) : null,
            NeedsSources = skips.Length > 0 && Text(use) is null,
        };
    }

    // System packages named in a file: xargs apt-get install < packages.txt, apt-get install $(cat packages.txt).
    private static DependencyInstall? PackageList(InvocationUse use)
    {
        var call = use.Invocation;
        if (use.Script is not { } script || call.Command is not { } command || !call.IsOpen
            || call.Find(EffectKind.Installs) is not { Spec.Packages: PackageKind.System })
        {
            return null;
        }

        // A substitution is part of the command; what xargs reads comes from anywhere in the script, and of many files nobody knows which.
        var nested = call.Wrappers.IsEmpty ? command.SimpleCommands().ToHashSet() : null;
        var files = new List<string?>();
        var cats = script.Invocations.Where(other => other.Tool == TextTools.Cat && !other.Operands.IsEmpty
            && (call.Wrappers.Any(wrapper => wrapper.Tool == WrapperTools.Xargs) || (other.Command is { } cat && Contains(nested, cat))))
                .Take(MostFiles + 1).ToList();
        if (cats.Count > MostFiles)
        {
            return null;
        }

        files.AddRange(cats.SelectMany(cat => cat.Options.IsEmpty ? cat.Operands.Select(operand => operand.Value) : [null]));
        files.AddRange(call.Redirects.Where(redirect => redirect.Operator.Text == "<").Select(redirect => script.Resolve(redirect.Target)));
        files.AddRange(call.Wrappers.Where(wrapper => wrapper.Tool == WrapperTools.Xargs && wrapper.Has("-a"))
            .Select(wrapper => wrapper.Option("-a")!.Value.KnownValue));
        return files.Count > 0 && files.TrueForAll(file => file is not null and not "-")
            ? new DependencyInstall("package list", use, [.. files.OfType<string>()]) : null;
    }

    private static bool Contains(HashSet<SimpleCommand>? commands, SimpleCommand command) => commands?.Contains(command) == true;
}
