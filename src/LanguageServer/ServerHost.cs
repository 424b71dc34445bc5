using Dockerlint.Linting;
using Dockerlint.Session;

namespace Dockerlint.LanguageServer;

/// <summary>What the program gives its language server.</summary>
/// <param name="Version">The version of the program.</param>
/// <param name="OpenFiles">Opens the files of this machine, with a configuration file that is named, and with what settings say.</param>
/// <param name="OtherRules">The rules of other commands than lint, which a configuration may speak of, too.</param>
/// <param name="History">The git histories of this machine.</param>
/// <param name="Clock">The clock.</param>
public sealed record ServerHost(
    string Version, Func<string?, Linting.Config.ConfigLayer?, DiskFiles> OpenFiles, Func<IEnumerable<RuleInfo>> OtherRules,
    IBuildHistory History, TimeProvider Clock);
