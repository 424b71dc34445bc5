namespace Dockerlint.Syntax.Shell;

/// <summary>
/// Characters the scanner puts in place of others, one for one, so that the grammar needs no unbounded lookahead. They
/// are Unicode noncharacters; a text that has one itself is refused.
/// </summary>
internal static class ShellMarks
{
    internal const char Nothing = '\uFDD0';
    internal const char ArithmeticOpen = '\uFDD1';
    internal const char ArithmeticClose = '\uFDD2';
    internal const char BacktickOpen = '\uFDD3';
    internal const char BacktickClose = '\uFDD4';
    internal const char GlobOpen = '\uFDD5';
    internal const char GlobClose = '\uFDD6';
    internal const char ArrayOpen = '\uFDD7';
    internal const char ArrayClose = '\uFDD8';

    internal static bool IsMark(char c) => c is >= Nothing and <= ArrayClose;
}
