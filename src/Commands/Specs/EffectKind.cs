namespace Dockerlint.Commands;

/// <summary>What a command does.</summary>
public enum EffectKind
{
    /// <summary>It installs packages, those of a manifest or those it names.</summary>
    Installs,

    /// <summary>It removes packages.</summary>
    Removes,

    /// <summary>It takes newer versions than those that are installed or locked.</summary>
    Updates,

    /// <summary>It fetches the list of what packages there are.</summary>
    RefreshesIndex,

    /// <summary>It empties a cache.</summary>
    CleansCache,

    /// <summary>It fetches from an address or a registry.</summary>
    Fetches,

    /// <summary>It sends to an address or a registry.</summary>
    Sends,

    /// <summary>It reads files.</summary>
    Reads,

    /// <summary>It makes or changes files.</summary>
    Writes,

    /// <summary>It unpacks an archive, from a file or its input.</summary>
    Unpacks,

    /// <summary>It deletes files.</summary>
    Deletes,

    /// <summary>It changes the mode of files.</summary>
    ChangesMode,

    /// <summary>It changes the owner of files.</summary>
    ChangesOwner,

    /// <summary>It makes a user.</summary>
    CreatesUser,

    /// <summary>It makes a group.</summary>
    CreatesGroup,

    /// <summary>It changes a user or group.</summary>
    ChangesUser,

    /// <summary>It waits for an answer.</summary>
    Asks,

    /// <summary>It compiles.</summary>
    Compiles,

    /// <summary>It prints what it is told to, or what it reads.</summary>
    Prints,

    /// <summary>It needs the network.</summary>
    Network,

    /// <summary>It needs the files of a project.</summary>
    Context,

    /// <summary>Commands behind it run in another folder.</summary>
    ChangesFolder,

    /// <summary>It runs a program that an operand, an option or its input holds.</summary>
    RunsScript,

    /// <summary>It checks a digest or a signature.</summary>
    Checks,

    /// <summary>It changes nothing and tells by its exit code.</summary>
    Tests,

    /// <summary>It changes settings of a tool.</summary>
    SetsConfig,

    /// <summary>It needs a running service manager.</summary>
    Service,

    /// <summary>It adds a source of packages or a key of one.</summary>
    AddsSource,
}
