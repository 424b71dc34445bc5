namespace Dockerlint.Syntax.Shell;

/// <summary>How a case item ends.</summary>
public enum CaseTerminator
{
    /// <summary>Without a terminator, before <c>esac</c>.</summary>
    None,

    /// <summary><c>;;</c>.</summary>
    Break,

    /// <summary><c>;&amp;</c>: goes on with the next commands.</summary>
    FallThrough,

    /// <summary><c>;;&amp;</c>: goes on with the next pattern.</summary>
    Continue,
}
