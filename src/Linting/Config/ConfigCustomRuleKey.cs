using Dockerlint.Linting.Custom;

namespace Dockerlint.Linting.Config;

/// <summary>A key of what a custom rule is about.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">What it says, in one sentence.</param>
/// <param name="Subject">What the rule is about where the key names it; null for a condition.</param>
internal sealed record ConfigCustomRuleKey(string Name, string Summary, CustomSubject? Subject)
{
    /// <summary>The subjects that it is a condition of.</summary>
    internal IReadOnlyList<CustomSubject> ConditionOf { get; init; } = [];

    /// <summary>All of them: what rules can be about first.</summary>
    internal static IReadOnlyList<ConfigCustomRuleKey> All { get; } =
    [
        new("image", "Images that FROM, COPY --from and mounts name, as they are written or in full, such as docker.io/library/node:22.",
            CustomSubject.Image),
        new("instruction", "Instructions, by keyword.", CustomSubject.Instruction) { ConditionOf = [CustomSubject.Path] },
        new("tool", "Programs that commands run, behind sudo and other wrappers too.", CustomSubject.Tool),
        new("package", "Packages that commands install, without their versions.", CustomSubject.Package),
        new("label", "Labels, by name.", CustomSubject.Label),
        new("user", "Users of USER, by name or number.", CustomSubject.User),
        new("port", "Ports of EXPOSE; 1-1023 are all between.", CustomSubject.Port),
        new("variable", "Variables of ENV and ARG, by name.", CustomSubject.Variable),
        new("path", "Paths of the image that COPY, ADD, WORKDIR and VOLUME name.", CustomSubject.Path),
        new("file", "Files of the build context that .dockerignore leaves, by path.", CustomSubject.File),
        new("tag", "The tag of the image; false for none.", null) { ConditionOf = [CustomSubject.Image] },
        new("digest", "The digest of the image; true for any, false for none.", null) { ConditionOf = [CustomSubject.Image] },
        new("platform", "The --platform of the FROM; false for none.", null) { ConditionOf = [CustomSubject.Image] },
        new("flag", "A flag of the instruction, without dashes.", null) { ConditionOf = [CustomSubject.Instruction] },
        new("text", "What stands behind keyword and flags.", null) { ConditionOf = [CustomSubject.Instruction] },
        new("verb", "What the tool is told to do, such as install.", null) { ConditionOf = [CustomSubject.Tool] },
        new("option", "An option of the command, by any of its names.", null) { ConditionOf = [CustomSubject.Tool] },
        new("operand", "An operand of the command.", null) { ConditionOf = [CustomSubject.Tool] },
        new("version", "The version of the package; true for any, false for none.", null) { ConditionOf = [CustomSubject.Package] },
        new("manager", "The tool that installs the package.", null) { ConditionOf = [CustomSubject.Package] },
        new("protocol", "The protocol of the port.", null) { ConditionOf = [CustomSubject.Port] },
        new("group", "The group of the user; false for none.", null) { ConditionOf = [CustomSubject.User] },
        new("set-by", "arg or env.", null) { ConditionOf = [CustomSubject.Variable] },
        new("value", "The value of the flag, option, label or variable; false for none.", null)
        {
            ConditionOf = [CustomSubject.Instruction, CustomSubject.Tool, CustomSubject.Label, CustomSubject.Variable],
        },
    ];
}
