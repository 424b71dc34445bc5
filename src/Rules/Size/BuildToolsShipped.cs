using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

internal sealed class BuildToolsShipped : Rule
{
    // The images whose repository ends in one of these are toolchains; what they compile to runs without them.
    private static readonly Dictionary<string, string[]> s_toolchains = new(StringComparer.Ordinal)
    {
        ["Go"] = ["golang"],
        ["Cargo"] = ["rust"],
        ["Maven"] = ["maven"],
        ["Gradle"] = ["gradle"],
        [".NET"] = ["sdk"],
    };

    private static readonly string[] s_compilers = ["gcc", "g++", "build-essential", "build-base", "make", "cmake", "clang"];

    public override RuleInfo Info { get; } = new("DK4001", "build-tools-shipped", Category.Size, Severity.Info)
    {
        Since = "0.1",
        Confidence = Confidence.Likely,
        Doc = new(
            "A program is compiled in the stage that is shipped, which carries the compiler along.",
            """
            Compiler, headers, package caches and sources make the image many times larger and give an intruder tools. Compile in a
            stage of its own, and copy the result into a small one. Only stages that start a program (CMD or ENTRYPOINT) are looked at,
            since an image may be for building.
            """,
            [
                new(
                    """
                    FROM golang:1.25
                    WORKDIR /src
                    COPY . .
                    RUN go build -o /app .
                    CMD ["/app"]
                    """,
                    """
                    FROM golang:1.25 AS build
                    WORKDIR /src
                    COPY . .
                    RUN go build -o /app .
                    FROM gcr.io/distroless/static
                    COPY --from=build /app /app
                    CMD ["/app"]
                    """),
                new(
                    """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y gcc make
                    COPY . /src
                    RUN make -C /src install
                    CMD ["app"]
                    """,
                    """
                    FROM debian:12
                    RUN apt-get update && apt-get install -y gcc make && make -C /src install && apt-get purge -y gcc make
                    CMD ["app"]
                    """),
            ])
        {
            Remedy = """
                Name the stage, as in `FROM golang:1.25 AS build`, and add a last stage on a slim base with `COPY --from=build /app
                /app` and the `CMD`. If the program compiles at run time, ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var stage in context.Get<ImageStages>())
        {
            Check(stage, context);
        }
    });

    private static void Check(Stage stage, RuleContext context)
    {
        if (!stage.Steps.Any(step => step.Instruction is CmdInstruction or EntrypointInstruction))
        {
            return;
        }

        var uses = stage.Chain.Reverse().SelectMany(context.Model.InvocationsOf).Where(use => !use.IsTrigger).ToList();
        if (stage.Root.Base.Image is { } image)
        {
            foreach (var use in uses)
            {
                if (use.Stage == stage && InstallReader.Read(use) is { IsImplied: true } compile
                    && s_toolchains.TryGetValue(compile.Ecosystem, out var names)
                    && names.Contains(image.Repository[(image.Repository.LastIndexOf('/') + 1)..]))
                {
                    context.Report(use.Invocation.NameSpan,
                        $"{image.Repository} is shipped with the program it compiles: build in a stage of its own and copy the result");
                    return;
                }
            }
        }

        CheckInstalled(stage, uses, context);
    }

    private static void CheckInstalled(Stage stage, List<InvocationUse> uses, RuleContext context)
    {
        if (uses.Find(use => use.Stage == stage && Builds(use.Invocation)) is not { } compile)
        {
            return;
        }

        foreach (var use in uses)
        {
            if (use.Invocation.Find(EffectKind.Installs) is not { Spec.Packages: PackageKind.System } install)
            {
                continue;
            }

            foreach (var package in install.Packages)
            {
                if (s_compilers.Contains(package.Name)
                    && !uses.Exists(other => other.Instruction == use.Instruction && RemovesPackages(other.Invocation)))
                {
                    context.Report(use.Invocation.ToSource(package.Word),
                        $"{package.Name} is shipped with the program it builds: build in a stage of its own and copy the result",
                        [new RelatedSpan(compile.Invocation.NameSpan, "the program is built here")]);
                    return;
                }
            }
        }
    }

    private static bool Builds(Invocation command) => command.Tool is { } tool
        && (tool == BuildTools.Make || tool == BuildTools.Cmake || tool == BuildTools.Gcc || tool == BuildTools.Ninja
            || tool == BuildTools.Meson);

    // Named or not: apt-get purge --auto-remove takes what nothing needs any more.
    private static bool RemovesPackages(Invocation command) => command.Verb is { } verb
        && verb.Effects.Any(effect => effect is { Kind: EffectKind.Removes, Packages: PackageKind.System });
}
