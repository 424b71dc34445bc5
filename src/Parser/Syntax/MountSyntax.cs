using Dockerlint.Syntax.Grammar;
using Dockerlint.Text;

namespace Dockerlint.Syntax;

/// <summary>
/// A <c>RUN --mount</c>, field by field. BuildKit's flag parser takes off quotes and backslashes first and then reads the
/// fields as one record of comma-separated values (instructions/commands_runmount.go).
/// </summary>
public sealed class MountSyntax
{
    private MountSyntax(FlagSyntax flag, IReadOnlyList<MountOption> options, string? problem, TextSpan problemSpan)
    {
        Flag = flag;
        Options = options;
        Problem = problem;
        ProblemSpan = problemSpan;
    }

    /// <summary>The flag.</summary>
    public FlagSyntax Flag { get; }

    /// <summary>The fields in order; empty when the record cannot be read.</summary>
    public IReadOnlyList<MountOption> Options { get; }

    /// <summary>The type; null when it depends on a variable or is none of the known ones.</summary>
    public MountType? Type
    {
        get
        {
            var option = Option("type");
            return option is null ? MountType.Bind : option.ValueWord?.LiteralValue is { } type ? TypeOf(type) : null;
        }
    }

    /// <summary>Why the record cannot be read, or null.</summary>
    internal string? Problem { get; }

    /// <summary>Where it goes wrong.</summary>
    internal TextSpan ProblemSpan { get; }

    /// <summary>The last field of that name (see <see cref="MountOption.Name"/>), which is the one that counts, or null.</summary>
    public MountOption? Option(string name)
    {
        for (var i = Options.Count - 1; i >= 0; i--)
        {
            if (Options[i].Name == name)
            {
                return Options[i];
            }
        }

        return null;
    }

    /// <summary>The value of the last field of that name before expansion; null when there is none.</summary>
    public string? Value(string name) => Option(name)?.Value;

    /// <summary>The type of that name, without regard to case, or null.</summary>
    public static MountType? TypeOf(string name) => name.ToLowerInvariant() switch
    {
        "bind" => MountType.Bind,
        "cache" => MountType.Cache,
        "tmpfs" => MountType.Tmpfs,
        "secret" => MountType.Secret,
        "ssh" => MountType.Ssh,
        _ => null,
    };

    /// <summary>The mounts of an instruction in order.</summary>
    internal static IReadOnlyList<MountSyntax> All(InstructionSyntax instruction)
    {
        List<MountSyntax>? mounts = null;
        foreach (var flag in instruction.Flags)
        {
            if (flag.Name == "mount" && flag.CookedValue is { } value)
            {
                (mounts ??= []).Add(Read(flag, value));
            }
        }

        return mounts is null ? [] : mounts;
    }

    private static MountSyntax Read(FlagSyntax flag, LogicalLine value)
    {
        if (!CsvRecord.TryRead(value.Text, out var fields, out var problem, out var offset))
        {
            return new MountSyntax(flag, [], problem, value.ToSource(new TextSpan(offset, value.Text.Length > offset ? 1 : 0)));
        }

        var options = new List<MountOption>();
        foreach (var field in fields)
        {
            var text = field.Text;
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var start = field.Start;
            var span = value.ToSource(new TextSpan(start, field.Length));
            if (equals < 0)
            {
                options.Add(new MountOption(text.ToLowerInvariant(), null, null, span, span, null));
                continue;
            }

            // Doubled quotes inside a quoted field make offsets inexact; then the whole field is the span of its parts.
            var exact = field.Length == text.Length;
            var keySpan = exact ? value.ToSource(new TextSpan(start, equals)) : span;
            var valueSpan = exact ? value.ToSource(new TextSpan(start + equals + 1, text.Length - equals - 1)) : span;
            var word = exact ? flag.WordOf(value, start + equals + 1, start + text.Length) : flag.WordOf(text[(equals + 1)..], span);
            options.Add(new MountOption(text[..equals].ToLowerInvariant(), text[(equals + 1)..], word, span, keySpan, valueSpan));
        }

        return new MountSyntax(flag, options, null, default);
    }
}
