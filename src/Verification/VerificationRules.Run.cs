using Dockerlint.Linting;

namespace Dockerlint.Verification;

// What a container shows.
public static partial class VerificationRules
{
    private static RuleInfo[] RunRules() =>
    [
        Of(ContainerEnds, "container-ends", Category.Correctness, Severity.Error,
            "The container does not start, ends at once, or ends with an unexpected code.",
            "An image that does not run as `docker run` runs it has a defect, or needs something that its users have to be told of: a "
            + "variable, a volume, another service. Each can be given with an option.",
            "FROM busybox:1.37\nCMD [\"false\"]\n", "FROM busybox:1.37\nCMD [\"sleep\", \"1000\"]\n"),
        Of(RunsAsRoot, "runs-as-root", Category.Security, Severity.Warning,
            "The first process of the container runs as root, as the kernel sees it.",
            "Root in a container is one kernel defect away from root on the machine. What USER says is not enough: a name may lead to 0.",
            "FROM busybox:1.37\nCMD [\"sleep\", \"1000\"]\n", "FROM busybox:1.37\nUSER 1000\nCMD [\"sleep\", \"1000\"]\n"),
        Of(Unhealthy, "healthcheck-fails", Category.Correctness, Severity.Warning,
            "HEALTHCHECK does not succeed in time.",
            "An orchestrator takes such a container out of service, or ends it for ever again.",
            "FROM busybox:1.37\nHEALTHCHECK CMD false\nCMD [\"sleep\", \"1000\"]\n",
            "FROM busybox:1.37\nHEALTHCHECK CMD true\nCMD [\"sleep\", \"1000\"]\n"),
        Of(PortNotListened, "exposed-port-not-listened", Category.Correctness, Severity.Warning,
            "Nobody listens on a port that EXPOSE names, or only for the container itself.",
            "EXPOSE is the documentation of the image. People publish what it names and find nothing behind it.",
            "FROM busybox:1.37\nEXPOSE 8080\nCMD [\"sleep\", \"1000\"]\n",
            "FROM busybox:1.37\nEXPOSE 8080\nCMD [\"nc\", \"-lk\", \"-p\", \"8080\"]\n"),
        Of(PortNotExposed, "listened-port-not-exposed", Category.Correctness, Severity.Info,
            "The container listens on a port that EXPOSE does not name.",
            "A port nobody knows of is either missing from the documentation or should not be there.",
            "FROM busybox:1.37\nCMD [\"nc\", \"-lk\", \"-p\", \"8080\"]\n",
            "FROM busybox:1.37\nEXPOSE 8080\nCMD [\"nc\", \"-lk\", \"-p\", \"8080\"]\n"),
        Of(StopSignalIgnored, "stop-signal-ignored", Category.Correctness, Severity.Warning,
            "The container does not end in time after its stop signal and has to be killed.",
            "A shell in front of the program does not pass signals on, and the kernel keeps signals from process 1 that it does not catch. "
            + "Every stop then takes the whole grace period and loses what the program would have saved.",
            "FROM busybox:1.37\nCMD sleep 1000; true\n",
            "FROM busybox:1.37\nCMD [\"sh\", \"-c\", \"trap exit TERM; while :; do sleep 1; done\"]\n"),
        Of(HardeningNotBorne, "hardening-not-borne", Category.Security, Severity.Warning,
            "The container runs under `docker run`, and not without capabilities, new privileges, a network and a writable root.",
            "Each right that a container does not have is one an intruder does not have either. The message names the options with which "
            + "it runs; given on the command line or in the configuration, they are accepted.",
            "FROM busybox:1.37\nCMD [\"sh\", \"-c\", \"touch /state && sleep 1000\"]\n",
            "FROM busybox:1.37\nCMD [\"sh\", \"-c\", \"touch /tmp/state && sleep 1000\"]\n"),
        Of(NotReady, "not-ready", Category.Correctness, Severity.Error,
            "A log line that is waited for (`--wait-for-log`) does not come, or a request (`--probe`) is not answered as it has to be.",
            "A container that runs is not yet a service that works.",
            "FROM busybox:1.37\nEXPOSE 8080\nCMD [\"httpd\", \"-f\", \"-p\", \"8080\"]\n",
            "FROM busybox:1.37\nEXPOSE 8080\nCOPY health /\nCMD [\"httpd\", \"-f\", \"-p\", \"8080\"]\n"),
        Of(CommandMissing, "command-not-executable", Category.Correctness, Severity.Error,
            "The program of ENTRYPOINT or CMD is not in the image, or its user may not run it.",
            "The container cannot start. A shell form needs /bin/sh, a script the interpreter of its first line.",
            "FROM scratch\nCMD echo hello\n", "FROM busybox:1.37\nCMD [\"echo\", \"hello\"]\n"),
        Of(DirectoryUnusable, "workdir-not-usable", Category.Correctness, Severity.Warning,
            "The working directory does not exist, is no directory, or its user may not enter it.",
            "A relative path in the program then leads nowhere.",
            "FROM busybox:1.37\nRUN mkdir -m 700 /app\nWORKDIR /app\nUSER 1000\n",
            "FROM busybox:1.37\nRUN mkdir -m 755 /app\nWORKDIR /app\nUSER 1000\n"),
        Of(VolumeUnusable, "volume-not-usable", Category.Correctness, Severity.Warning,
            "The user of the image may not write to a VOLUME.",
            "A volume gets owner and mode of the directory in the image; where there is none it belongs to root.",
            "FROM busybox:1.37\nVOLUME /data\nUSER 1000\n",
            "FROM busybox:1.37\nRUN mkdir /data && chown 1000 /data\nVOLUME /data\nUSER 1000\n"),
    ];
}
