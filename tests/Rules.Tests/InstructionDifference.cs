using System.Collections.Immutable;
using Dockerlint.Linting;

namespace Dockerlint.Tests;

/// <summary>A Dockerfile on which our verdict differs from hadolint's, on purpose.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Dockerfile">The file.</param>
/// <param name="Theirs">The lines hadolint reports.</param>
/// <param name="Ours">The lines our rule reports.</param>
/// <param name="Why">Why ours is right.</param>
public sealed record InstructionDifference(string Rule, string Dockerfile, int[] Theirs, int[] Ours, string Why)
{
    private static readonly ImmutableSortedDictionary<string, LabelForm> s_none = LintSettings.Default.LabelSchema;

    /// <summary>Trusted registries that have to be set.</summary>
    public IReadOnlyList<string> Registries { get; init; } = [];

    /// <summary>The label schema that has to be set; it is strict.</summary>
    public ImmutableSortedDictionary<string, LabelForm> Labels { get; init; } = s_none;

    public static IReadOnlyList<InstructionDifference> All { get; } =
    [
        new("DL1001", "FROM a:1\n# dockerlint ignore=DL3004\nRUN x\n", [], [2], "Our own comments count as well"),
        new("DL3000", "FROM a:1\nWORKDIR /srv\nWORKDIR app\n", [3], [], "Behind an absolute WORKDIR a relative one is clear"),
        new("DL3000", "FROM a:1\nARG D=app\nWORKDIR $D\n", [], [3], "Defaults of build arguments are known"),
        new("DL3002", "FROM a:1 AS s\nUSER root\nFROM b:1\nUSER op\n", [2], [],
            "Where the last stage has no name, the file is for that one alone"),
        new("DL3002", "FROM a:1 AS s\nUSER root\nFROM b:1\nUSER op\n COPY --from=s /x /x\n", [2], [],
            "A stage that only builds may be root"),
        new("DL3006", "ARG S=1\nFROM x:1 AS img1\nFROM img${S}\n", [3], [], "Defaults of build arguments are known, names of stages too"),
        new("DL3006", "FROM localhost:5000/x\n", [], [1], "The port is no tag"),
        new("DL3007", "ARG V=latest\nFROM ruby:${V}\n", [], [2], "Defaults of build arguments are known"),
        new("DL3010", "FROM a:1\nCOPY x.tar.gz /t/\nRUN tar xzf /t/x.tar.gz\nFROM b:1\n", [], [2],
            "Every stage counts, and tar takes its letters without a dash"),
        new("DL3010", "FROM a:1\nCOPY x.gz /t/\nRUN gunzip /t/x.gz\n", [2], [], "ADD does not unpack a single compressed file"),
        new("DL3011", "FROM a:1\nEXPOSE 9000-8000\nENV P=70000\nEXPOSE $P\n", [], [2, 4], "A range has an order, and variables a value"),
        new("DL3012", "FROM a:1\nHEALTHCHECK NONE\nHEALTHCHECK CMD a\n", [3], [2], "The one without effect is reported"),
        new("DL3020", "FROM a:1\nADD git@github.com:a/b.git /b\nADD $URL /c\n", [2, 3], [],
            "ADD of a repository, or of what is not known, is no COPY"),
        new("DL3020", "FROM a:1\nONBUILD ADD a.py /srv/\n", [], [2], "Triggers count"),
        new("DL3021", "FROM a:1\nCOPY a b .\nCOPY a b $D\n", [2, 3], [], "A dot is a directory, and a variable not known"),
        new("DL3021", "FROM a:1\nADD a b /dir\n", [], [2], "ADD writes one file over the other as well"),
        new("DL3022", "FROM a:1\nCOPY --from=hello-world /hello /\nCOPY --from=$S /a /b\n", [2, 3], [],
            "The name may be an image or a build context"),
        new("DL3022", "FROM a:1\nRUN --mount=type=bind,from=b,target=/m ls /m\nFROM b:1 AS b\n", [], [2],
            "Mounts take files from stages too"),
        new("DL3023", "FROM a:1 AS build\nCOPY --from=0 /a /b\nCOPY --from=BUILD /a /b\n", [], [2, 3],
            "A stage has a number, and its name no case"),
        new("DL3024", "FROM a:1 AS b\nFROM a:1 AS B\n", [], [2], "Builders compare names in lower case"),
        new("DL3025", "FROM a:1\nHEALTHCHECK CMD curl -f localhost || exit 1\n", [2], [], "A health check gets no signals"),
        new("DL3025", "FROM a:1\nSHELL [\"/bin/bash\", \"-c\"]\nCMD a\n", [3], [], "SHELL chooses a shell on purpose"),
        new("DL3025", "FROM a:1\nCMD [\"C:\\app\\run.exe\"]\n", [], [2],
            "A lone backslash makes it invalid JSON, so a shell runs the text"),
        new("DL3026", "FROM ghcr.io/org/x:1\nFROM ghcr.io/evil/x:1\nFROM a:1 AS b\nCOPY --from=0 /a /b\n", [1, 2, 3, 4], [2, 3],
            "Patterns see the path, and numbers are stages") { Registries = ["ghcr.io/org/*"] },
        new("DL3029", "ARG P\nFROM --platform=$P a:1\nFROM --platform=linux/amd64 a:1 AS tool-amd64\n", [2, 3], [],
            "Variables are not fixed, and a name can tell that it is meant"),
        new("DL3044", "FROM a:1\nENV A=1\nFROM b:1\nENV A=2 B=$A\n", [], [4], "Each stage has variables of its own"),
        new("DL3044", "FROM a:1\nENV PATH=/x:$PATH L=$PATH\n", [2], [], "Every image has a PATH"),
        new("DL3045", "FROM golang:1.25\nCOPY . .\n", [2], [], "The image sets a WORKDIR"),
        new("DL3045", "FROM a:1\nCOPY a b\nCOPY c d\nADD e f\n", [2, 3], [2], "One WORKDIR mends all of them"),
        new("DL3048", "FROM a:1\nLABEL com.docker.desktop.extension.icon=x\n", [2], [], "Docker asks extensions for it"),
        new("DL3049", "FROM a:1 AS s\nFROM b:1\nLABEL owner=x\nRUN --mount=from=s,target=/m ls\n", [1], [],
            "The first stage is no image of its own") { Labels = s_none.Add("owner", LabelForm.Text) },
        new("DL3050", "FROM a:1\nARG K=owner\nLABEL $K=1\n", [3], [],
            "Defaults of build arguments are known") { Labels = s_none.Add("owner", LabelForm.Text) },
        new("DL3051", "FROM a:1\nENV E=\nLABEL owner=\"${E#x}y\"\nARG K=owner\nLABEL $K=\"\"\n", [], [5],
            "Defaults of build arguments are known") { Labels = s_none.Add("owner", LabelForm.Text) },
        new("DL3052", "FROM a:1\nARG U\nLABEL x=$U y=z\nENV V=https://a.example\nLABEL x=$V\n", [3, 5], [],
            "What a variable holds is judged, if it is known") { Labels = s_none.Add("x", LabelForm.Url) },
        new("DL3053", "FROM a:1\nARG T=2026-01-31T12:00:00Z\nLABEL x=$T\n", [3], [],
            "What a variable holds is judged") { Labels = s_none.Add("x", LabelForm.Rfc3339) },
        new("DL3054", "FROM a:1\nLABEL x=\"MIT OR Apache-2.0\"\n", [2], [],
            "Expressions are valid") { Labels = s_none.Add("x", LabelForm.Spdx) },
        new("DL3055", "FROM a:1\nLABEL x=4f2a9c1d8\n", [2], [],
            "git shortens hashes to other lengths too") { Labels = s_none.Add("x", LabelForm.Hash) },
        new("DL3056", "FROM a:1\nARG V=1.2.3\nLABEL x=$V\n", [3], [],
            "What a variable holds is judged") { Labels = s_none.Add("x", LabelForm.SemVer) },
        new("DL3058", "FROM a:1\nLABEL x=\"Ann <ann@example.com>\"\n", [2], [],
            "A name before the address is usual") { Labels = s_none.Add("x", LabelForm.Email) },
        new("DL3057", "FROM a:1 AS b\nFROM c:1\nCOPY --from=b /x /x\nCMD [\"x\"]\n", [1, 2], [],
            "Only an image that serves a port can be probed"),
        new("DL3063", "FROM a:1 AS Context\n", [], [1], "Builders compare names in lower case"),
        new("DL3064", "FROM a:1\nENV TOKENIZERS_PARALLELISM=false DB_PASSWORD_FILE=/run/x\nARG DOCKER_USERNAME\n", [2, 3], [],
            "Whole words of the name count, and the value"),
        new("DL3064", "FROM a:1\nENV SIGNING_KEY=abc123\n", [], [2], "A key is a secret"),
        new("DL3065", "FROM --platform=\"$TARGETPLATFORM\" a:1\n", [], [1], "Quotes change nothing"),
        new("DL3066", "FROM a:1 AS s\nUSER app\nFROM b:1\nUSER root\nCOPY --from=s /x /x\n", [2, 4], [],
            "Only the last USER of an image counts, and root is DL3002"),
        new("DL3067", "FROM golang:1.25 AS b\nFROM scratch\nCOPY --from=b / /\n", [3], [], "Flattening into scratch is meant"),
        new("DL4003", "FROM a:1\nCMD a\nCMD b\n", [3], [2], "The one without effect is reported"),
        new("DL4004", "FROM a:1\nENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]\n", [3], [2], "The one without effect is reported"),
    ];

    public override string ToString() => $"{Rule}: {Why}";
}
