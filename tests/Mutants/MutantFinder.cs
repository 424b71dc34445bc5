using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dockerlint.Mutants;

/// <summary>
/// Finds the places of a file where a small change leaves code that compiles: conditions, comparisons, logical operators, truth
/// values, numbers, texts, and calls and assignments that can be left out. What only a compiler could tell is found out by building.
/// </summary>
internal static class MutantFinder
{
    private static readonly Dictionary<SyntaxKind, string> s_operators = new()
    {
        [SyntaxKind.LogicalAndExpression] = "||",
        [SyntaxKind.LogicalOrExpression] = "&&",
        [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
    };

    /// <summary>All mutants of a file, by place; they may lie within each other.</summary>
    public static IEnumerable<(SyntaxNode Node, string Kind, string Changed, bool IsStatement)> Find(string text)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(node => !IsFixed(node)))
        {
            if (Change(node) is { } change)
            {
                yield return (node, change.Kind, change.Changed, false);
            }
            else if (node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax } statement
                && statement.Parent is BlockSyntax && !Binds(statement))
            {
                yield return (node, "left out", "", true);
            }
        }
    }

    private static (string Kind, string Changed)? Change(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary when s_operators.TryGetValue(binary.Kind(), out var other) && !Binds(binary) && !IsText(binary) =>
            ("operator", $"{binary.Left} {other} {binary.Right}"),
        LiteralExpressionSyntax { Token.Value: bool value } => ("truth value", value ? "false" : "true"),
        LiteralExpressionSyntax { Token.Value: int value } => ("number", $"{value + 1}"),
        LiteralExpressionSyntax { Token.Value: string { Length: > 0 } } => ("text", "\"\""),
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) && !Binds(not) => ("not", not.Operand.ToString()),
        ExpressionSyntax condition when IsCondition(condition) && !Binds(condition) && condition is not BinaryExpressionSyntax =>
            ("condition", $"!({condition})"),
        _ => null,
    };

    private static bool IsCondition(ExpressionSyntax node) => node.Parent switch
    {
        IfStatementSyntax parent => parent.Condition == node,
        WhileStatementSyntax parent => parent.Condition == node,
        ConditionalExpressionSyntax parent => parent.Condition == node,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax type } } =>
            type.Keyword.IsKind(SyntaxKind.BoolKeyword),
        _ => false,
    };

    // A switch around it would leave the names that it declares without a value.
    private static bool Binds(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner =>
        inner is DeclarationPatternSyntax or DeclarationExpressionSyntax or VarPatternSyntax or SingleVariableDesignationSyntax);

    private static bool IsText(BinaryExpressionSyntax binary) => binary.IsKind(SyntaxKind.AddExpression)
        && binary.DescendantNodes().Any(node =>
            node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression));

    // What is a constant, a pattern or an attribute takes no switch.
    private static bool IsFixed(SyntaxNode node) => node is AttributeListSyntax or ParameterListSyntax or PatternSyntax or SwitchLabelSyntax
        or InterpolatedStringTextSyntax or UsingDirectiveSyntax or EnumDeclarationSyntax
        || (node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.ConstKeyword))
        || (node is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword));
}
