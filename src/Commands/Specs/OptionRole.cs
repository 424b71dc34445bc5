namespace Dockerlint.Commands;

/// <summary>What an option is for, where something asks for it by its meaning rather than by its name.</summary>
public enum OptionRole
{
    /// <summary>Nothing that anybody asks for.</summary>
    None,

    /// <summary>Answers questions with yes, or keeps them from being asked.</summary>
    Yes,

    /// <summary>Nothing is changed, or the work ends before it is done.</summary>
    DryRun,

    /// <summary>The other side, or what it sends, is not checked.</summary>
    Insecure,

    /// <summary>The signature of what is installed is not checked.</summary>
    Unsigned,

    /// <summary>The file or folder that is written.</summary>
    Output,

    /// <summary>The folder the command works in.</summary>
    Folder,

    /// <summary>A file that names what is installed.</summary>
    Manifest,

    /// <summary>A file that limits versions of what is installed.</summary>
    Constraint,

    /// <summary>The lock file is held to.</summary>
    Locked,

    /// <summary>The lock file is not looked at.</summary>
    Unlocked,

    /// <summary>What is fetched is checked against a digest.</summary>
    Hashes,

    /// <summary>The installation is for the machine and not for the project.</summary>
    Global,

    /// <summary>Nothing is kept in a cache.</summary>
    NoCache,

    /// <summary>The folder of the cache.</summary>
    CacheFolder,

    /// <summary>A password, token or key.</summary>
    Secret,

    /// <summary>A name and, behind a colon, a password.</summary>
    Login,

    /// <summary>The user it is done as or for.</summary>
    User,

    /// <summary>The network is not used.</summary>
    Offline,

    /// <summary>An address that is fetched from.</summary>
    Address,

    /// <summary>The version of what is installed.</summary>
    Version,

    /// <summary>A project of the file system that is installed by reference.</summary>
    Editable,

    /// <summary>The project itself is left out, its dependencies alone are installed.</summary>
    NoProject,

    /// <summary>It reaches into folders.</summary>
    Recursive,

    /// <summary>What is there is replaced, and what is missing is no failure.</summary>
    Force,

    /// <summary>It says less.</summary>
    Quiet,

    /// <summary>It fails when the server answers with an error.</summary>
    Fail,

    /// <summary>The output is named by the address.</summary>
    RemoteName,

    /// <summary>Its value is a program or script.</summary>
    Text,

    /// <summary>What is installed is brought to its newest version.</summary>
    Upgrade,

    /// <summary>A header of a request.</summary>
    Header,

    /// <summary>What is sent.</summary>
    Data,

    /// <summary>Packages that are recommended only are left out.</summary>
    NoRecommends,

    /// <summary>What is for development only is installed or left out.</summary>
    Development,

    /// <summary>Where things are installed to.</summary>
    Target,

    /// <summary>Another source of packages.</summary>
    Source,

    /// <summary>It takes a variable out of the environment.</summary>
    Unset,

    /// <summary>It empties the environment.</summary>
    Clear,

    /// <summary>Its value is split into words of the command.</summary>
    Split,

    /// <summary>Its value stands for words that are put in its place.</summary>
    Replace,

    /// <summary>The mode of a file.</summary>
    Mode,

    /// <summary>The account is one of the system, for a service.</summary>
    System,

    /// <summary>The shell that a user gets.</summary>
    Shell,

    /// <summary>The project that is worked on, where that is not the one of the folder.</summary>
    Project,

    /// <summary>A name for the packages that are installed together.</summary>
    PackageName,
}
