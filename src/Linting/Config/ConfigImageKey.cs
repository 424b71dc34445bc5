using Dockerlint.Semantics.Images;

namespace Dockerlint.Linting.Config;

/// <summary>A fact about images that the key <c>images</c> can tell.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Summary">What it says, in one sentence.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Apply">Adds the value to the facts.</param>
internal sealed record ConfigImageKey(
    string Name, string Summary, ConfigShape Shape, Func<BaseImage, ConfigNode, ConfigReading, BaseImage> Apply);
