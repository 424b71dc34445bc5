namespace Dockerlint.Verification;

/// <summary>The client package wants an options type for each transport; ours has none.</summary>
internal sealed class SessionTransportOptions;
