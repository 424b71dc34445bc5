using Dockerlint.Syntax;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Checks what BuildKit looks at when it converts an instruction, with variables replaced (dockerfile2llb).</summary>
internal static class InstructionChecks
{
    internal static void Check(InstructionSyntax instruction, ConversionContext context)
    {
        switch (instruction)
        {
            case RunInstruction run:
                CheckRun(run, context);
                break;
            case FileTransferInstruction transfer:
                FileTransferChecks.Check(transfer, context);
                break;
            case ExposeInstruction expose:
                CheckPorts(expose, context);
                break;
            case VolumeInstruction volume:
                CheckVolume(volume, context);
                break;
            case StopsignalInstruction stop:
                if (context.TryExpand(stop.Argument, out var signal) && signal is not null && !SignalName.IsValid(signal))
                {
                    context.Report(stop.Argument.Span, $"invalid signal '{signal}': expected a name such as SIGTERM or a number");
                }

                break;
            case KeyValueInstruction pairs:
                foreach (var pair in pairs.Pairs)
                {
                    CheckPair(pair, pairs is not ArgInstruction, context);
                }

                break;
            case SingleArgumentInstruction single and not MaintainerInstruction:
                context.TryExpand(single.Argument, out _);
                break;
        }
    }

    internal static void CheckPair(KeyValueSyntax pair, bool expandsKey, ConversionContext context)
    {
        if (expandsKey)
        {
            context.TryExpand(pair.Key, out _);
        }

        if (pair.Value is not null)
        {
            context.TryExpand(pair.Value, out _);
        }
    }

    private static void CheckRun(RunInstruction run, ConversionContext context)
    {
        foreach (var mount in run.Mounts)
        {
            MountChecks.Check(mount, context);
        }

        ByteChecks.CheckRun(run, context);
    }

    private static void CheckPorts(ExposeInstruction expose, ConversionContext context)
    {
        foreach (var word in expose.ExpandedWords)
        {
            if (!context.TryExpand(word, out var value) || value is null)
            {
                continue;
            }

            // A variable may hold several ports; without one quotes keep the word together.
            var isOne = !word.Variables.Any() && word.Parts.Any(part => part is QuotedSyntax);
            foreach (var port in isOne && value.Length > 0 ? [value] : value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (PortSpec.Problem(port) is { } problem)
                {
                    context.Report(word.Span, problem);
                }
            }
        }
    }

    private static void CheckVolume(VolumeInstruction volume, ConversionContext context)
    {
        foreach (var word in volume.ExpandedWords)
        {
            if (context.TryExpand(word, out var value) && value is { Length: 0 })
            {
                context.Report(word.Span, $"VOLUME {word.RawText} is empty once its variables have values");
            }
        }
    }
}
