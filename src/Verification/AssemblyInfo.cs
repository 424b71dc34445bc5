using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Verification.Tests")]
