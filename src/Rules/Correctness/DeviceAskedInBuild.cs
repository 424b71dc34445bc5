using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class DeviceAskedInBuild : Rule
{
    public override RuleInfo Info { get; } = new("DK6037", "device-asked-in-build", Category.Correctness, Severity.Warning)
    {
        Since = "0.2",
        Confidence = Confidence.Likely,
        Doc = new(
            "A build step asks for a GPU, which no build has.",
            """
            Devices are given to a container when it is run, and not while its image is built. The command fails, or says that there is no
            GPU, and what a script decides by that is wrong later on.
            """,
            [
                new(
                    Bad: """
                    FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
                    RUN nvidia-smi
                    """,
                    Good: """
                    FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04
                    CMD ["nvidia-smi"]
                    """),
                new(
                    Bad: """
                    FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime
                    RUN python -c 'import torch; assert torch.cuda.is_available()'
                    """,
                    Good: """
                    FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime
                    RUN python -c 'import torch; print(torch.version.cuda)'
                    """),
            ])
        {
            Remedy = """
                Ask when the container starts, in the entry point. Tell a compiler what to build for instead of letting it look, as in
                `TORCH_CUDA_ARCH_LIST="8.0 9.0"` or `-DCMAKE_CUDA_ARCHITECTURES=80`.
                """,
        },
    };

    private static readonly string[] s_questions =
    [
        "cuda.is_available", "cuda.device_count", "cuda.get_device", "cuda.current_device", "is_gpu_available", "list_physical_devices",
        "list_local_devices", "jax.devices", "cuda.init(",
    ];

    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        var command = use.Invocation;
        if (command.IsConditional)
        {
            return;
        }

        if (command.Tool == SystemTools.Devices)
        {
            context.Report(command.NameSpan, $"{command.Name} finds no device while an image is built");
        }
        else if (command.Option(OptionRole.Text) is { Value: { } code }
            && Array.Find(s_questions, question => code.Text.Contains(question, StringComparison.Ordinal)) is not null)
        {
            context.Report(command.ToSource(code), "no GPU is there while an image is built, whatever machine will run it");
        }
    });
}
