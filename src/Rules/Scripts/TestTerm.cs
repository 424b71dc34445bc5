using Dockerlint.Syntax.Shell;
using Dockerlint.Text;

namespace Dockerlint.Rules;

/// <summary>One test in brackets: a word alone, an operator and a word, or a word, an operator and a word.</summary>
/// <param name="Left">The word in front of the operator; null where the operator has one word only.</param>
/// <param name="Operator">The operator without its backslash; null for a word alone.</param>
/// <param name="OperatorSpan">Where the operator stands.</param>
/// <param name="Right">The word behind the operator, or the word alone.</param>
/// <param name="IsDouble">Whether it stands in double brackets.</param>
/// <param name="Owner">The brackets.</param>
internal sealed record TestTerm(
    ShellWord? Left, string? Operator, TextSpan OperatorSpan, ShellWord Right, bool IsDouble, ShellCommand Owner);
