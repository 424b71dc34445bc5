using System.Collections;
using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>What the file downloads, and what becomes of it.</summary>
internal sealed class Downloads : IFact<Downloads>, IEnumerable<Download>
{
    private readonly List<Download> _downloads = [];

    private Downloads()
    {
    }

    /// <inheritdoc/>
    public static Downloads Compute(FileFacts file)
    {
        var downloads = new Downloads();
        foreach (var transfer in file.Get<Transfers>())
        {
            if (transfer.Instruction is AddInstruction add)
            {
                downloads._downloads.AddRange(transfer.Sources.Where(source => IsAddress(source.Text))
                    .Select(source =>
                        new Download(source.Text!, source.Span, null, transfer) { IsVerified = add.Flag("checksum") is not null }));
            }
        }

        foreach (var run in file.Model.Invocations.Where(use => use.Invocation.Tool is { FetchesFiles: true })
            .Select(use => (RunInstruction)use.Instruction).Distinct())
        {
            downloads.Add([.. file.Model.InvocationsOf(run)]);
        }

        return downloads;
    }

    /// <inheritdoc/>
    public IEnumerator<Download> GetEnumerator() => _downloads.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a text is an address to fetch from.</summary>
    internal static bool IsAddress(string? text) => text is not null
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith(
            "https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a command that are addresses of files to fetch, each once.</summary>
    internal static IEnumerable<CommandWord> AddressesOf(Invocation command)
    {
        foreach (var effect in command.Effects)
        {
            if (effect.Kind == EffectKind.Fetches && effect.Targets.Any(target => IsAddress(target.Text)))
            {
                return effect.Targets.Where(target => IsAddress(target.Text));
            }
        }

        return [];
    }

    private void Add(IReadOnlyList<InvocationUse> uses)
    {
        var interpreters = Interpreters.Of(new Pipes(uses), uses);
        var isVerified = uses.Any(use => use.Invocation.MayCheck);
        foreach (var use in uses)
        {
            if (use.Invocation.Tool is not { FetchesFiles: true })
            {
                continue;
            }

            foreach (var word in AddressesOf(use.Invocation))
            {
                var output = DownloadedFile.OutputOf(use, word.Text);
                _downloads.Add(new Download(word.Text, use.Invocation.ToSource(WholeOf(use.Invocation, word)), use, null)
                {
                    Output = output is "-" ? null : output,
                    IsPrinted = output is "-",
                    Interpreter = output is "-" ? Interpreter(use.Invocation, interpreters) : null,
                    IsVerified = isVerified || use.Invocation.Has(OptionRole.Hashes),
                });
            }
        }
    }

    // --url=https://example.com
    private static CommandWord WholeOf(Invocation command, CommandWord part)
    {
        foreach (var word in command.Arguments)
        {
            if (word.Span.Contains(part.Span))
            {
                return word;
            }
        }

        return part;
    }

    // What a script in a word prints is what the command with that word prints.
    private static (string Name, TextSpan Span)? Interpreter(
        Invocation command, Dictionary<SimpleCommand, (string Name, TextSpan Span)> interpreters)
    {
        for (var use = command; use is not null; use = use.Parent)
        {
            if (use.Command is { } node && interpreters.TryGetValue(node, out var found))
            {
                return found;
            }
        }

        return null;
    }
}
