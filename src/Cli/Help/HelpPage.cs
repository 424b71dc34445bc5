using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace Dockerlint.Cli;

/// <summary>
/// Prints the help of a command for a terminal of 80 columns: what it does, its arguments and options in groups, and examples.
/// </summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 80;
    private const int Indent = 26;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Makes it the help of a command and of all below it.</summary>
    internal static void AddTo(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new HelpPage();

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        using var writer = new StreamWriter(new StandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(Of(parseResult.CommandResult.Command));
        return ExitCode.Clean;
    }

    /// <summary>The words that lead to a command, such as <c>dockerlint cache diff</c>.</summary>
    internal static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "dockerlint";

    /// <summary>The page of a command.</summary>
    internal static string Of(Command command)
    {
        var page = new StringBuilder();
        Wrap(page, command.Description ?? "", 0);
        page.Append("\nUsage:\n");
        foreach (var usage in Usages(command))
        {
            page.Append("  ").Append(usage).Append('\n');
        }

        Section(page, "Commands",
            [.. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, FirstSentence(sub.Description)))]);
        Section(page, "Arguments",
            [.. command.Arguments.Where(argument => !argument.Hidden).Select(argument => (argument.Name, Describe(argument)))]);
        foreach (var (title, options) in HelpGroups.Of(command))
        {
            Section(page, title, [.. options.Select(option => (Left(option), Describe(option)))]);
        }

        var examples = HelpExamples.Of(PathOf(command));
        if (examples.Count > 0)
        {
            page.Append("\nExamples:\n");
            foreach (var (line, meaning) in examples)
            {
                page.Append("  ").Append(line).Append('\n');
                page.Append(' ', 6);
                Wrap(page, meaning, 6, 6);
            }
        }

        if (command is RootCommand)
        {
            page.Append('\n');
            Wrap(page, "'dockerlint COMMAND --help' tells more of a command. Without a command, 'dockerlint FILE...' lints.", 0);
        }

        return page.ToString();
    }

    private static IEnumerable<string> Usages(Command command)
    {
        if (command is RootCommand)
        {
            yield return "dockerlint [lint] [PATH...] [OPTIONS]";
        }

        var usage = new StringBuilder(PathOf(command));
        usage.Append(command.Subcommands.Count > 0 ? " COMMAND" : "");
        foreach (var argument in command.Arguments.Where(argument => !argument.Hidden))
        {
            var name = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;
            usage.Append(' ').Append(argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{name}]" : name);
        }

        yield return usage.Append(" [OPTIONS]").ToString();
    }

    private static void Section(StringBuilder page, string title, List<(string Left, string Right)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        page.Append('\n').Append(title).Append(":\n");
        foreach (var (left, right) in rows)
        {
            page.Append("  ").Append(left);
            if (left.Length + 4 > Indent)
            {
                page.Append('\n').Append(' ', Indent);
            }
            else
            {
                page.Append(' ', Indent - 2 - left.Length);
            }

            Wrap(page, right, Indent, Indent);
        }
    }

    private static string Left(Option option)
    {
        var names = option.Aliases.Where(alias => alias is ['-', not '-'] and not "-?").Append(option.Name);
        var value = option.HelpName ?? option.Name[(option.Name.LastIndexOf('-') + 1)..].ToUpperInvariant();
        return (option.Aliases.Any(alias => alias is ['-', not '-'] and not "-?") ? "" : "    ") + string.Join(", ", names)
            + (option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? ""
                : " " + value);
    }

    private static string Describe(Option option)
    {
        if (option is HelpOption or VersionOption)
        {
            return option is HelpOption ? "Show this help." : "Show the version.";
        }

        return WithDefault(option.Description, option.HasDefaultValue ? option.GetDefaultValue() : null);
    }

    private static string Describe(Argument argument) =>
        WithDefault(argument.Description, argument.HasDefaultValue ? argument.GetDefaultValue() : null);

    private static string WithDefault(string? description, object? value) =>
        value is string or int or long or double && description?.Contains("unless given", StringComparison.Ordinal) != true
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{description} Default: {value}")
            : description ?? "";

    private static string FirstSentence(string? text) =>
        text is null ? "" : text.IndexOf(". ", StringComparison.Ordinal) is var end && end < 0 ? text : text[..(end + 1)];

    // Writes words from the current column on, and ends the line.
    private static void Wrap(StringBuilder page, string text, int indent, int column = 0)
    {
        var start = column;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > start && column + 1 + word.Length > Width)
            {
                page.Append('\n').Append(' ', indent);
                column = start = indent;
            }
            else if (column > start)
            {
                page.Append(' ');
                column++;
            }

            page.Append(word);
            column += word.Length;
        }

        page.Append('\n');
    }
}
