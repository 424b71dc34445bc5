using Dockerlint.Syntax.Shell;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests.Shell;

public sealed class ShellParserTests
{
    internal static ShellParseResult Run(string text) =>
        ShellParser.Parse(MappedText.Slice(SourceText.From(text), new TextSpan(0, text.Length)));

    internal static ShellScript Parse(string text)
    {
        var result = Run(text);
        Assert.True(result.Script is not null, $"{result.Reason} at {result.ErrorSpan}");
        return result.Script;
    }

    internal static T Only<T>(string text)
        where T : ShellCommand =>
            Assert.IsType<T>(Assert.Single(Assert.Single(Assert.Single(Parse(text).Commands).List.Pipelines).Commands));

    internal static string At(string text, ShellNode node) => text.Substring(node.Span.Start, node.Span.Length);

    private static string Names(string text) => string.Join(' ', Parse(text).SimpleCommands().Select(c => c.Name ?? "?"));

    [Fact]
    public void A_simple_command_has_assignments_words_and_redirects()
    {
        const string text = "A=1 B+='x y' cmd  -a \"b c\" >out 2>&1 ";
        var command = Only<SimpleCommand>(text);
        Assert.Equal("cmd", command.Name);
        Assert.Equal(["cmd", "-a", "b c"], command.Words.Select(w => w.LiteralValue));
        Assert.Equal(["A", "B"], command.Assignments.Select(a => a.Name));
        Assert.Equal([false, true], command.Assignments.Select(a => a.IsAppend));
        Assert.Equal("x y", command.Assignments[1].Value.LiteralValue);
        Assert.Equal([">", ">&"], command.Redirects.Select(r => r.Operator.Text));
        Assert.Equal("2", command.Redirects[1].Descriptor);
        Assert.Equal(text.TrimEnd(), At(text, command));
        Assert.Equal("\"b c\"", At(text, command.Words[2]));
    }

    [Fact]
    public void Lists_have_separators_and_operators_with_spans()
    {
        const string text = "a && b || ! c | d |& e; f & g\nh";
        var script = Parse(text);
        Assert.Equal(
            [ShellSeparator.Semicolon, ShellSeparator.Background, ShellSeparator.Newline, ShellSeparator.None],
            script.Commands.Select(i => i.Separator));
        var list = script.Commands[0].List;
        Assert.Equal(["&&", "||"], list.Operators.Select(o => o.Text));
        Assert.Equal(new TextSpan(2, 2), list.Operators[0].Span);
        Assert.True(list.Pipelines[2].IsNegated);
        Assert.Equal(["|", "|&"], list.Pipelines[2].Operators.Select(o => o.Text));
        Assert.Equal("! c | d |& e", At(text, list.Pipelines[2]));
        Assert.Equal("a b c d e f g h", Names(text));
    }

    [Fact]
    public void Compound_commands_have_their_parts_and_redirects()
    {
        const string text = "if a; then b; elif c; then d; else e; fi > x";
        var command = Only<IfCommand>(text);
        Assert.Equal(2, command.Branches.Length);
        Assert.Single(command.Else);
        Assert.Equal("x", Assert.Single(command.Redirects).Target.LiteralValue);
        Assert.Equal(text, At(text, command));
        Assert.Equal("a b c d e", Names(text));
        Assert.Equal("( a )", At("( a ) ", Only<Subshell>("( a ) ")));
        Assert.Single(Only<BraceGroup>("{ a; } 2>/dev/null").Redirects);
    }

    [Fact]
    public void Loops_have_words_and_bodies()
    {
        var loop = Only<ForCommand>("for x in a \"$b\"; do c; done");
        Assert.Equal("x", loop.Variable);
        Assert.Equal(["a", null], loop.Words.Select(w => w.LiteralValue));
        Assert.Single(loop.Body);
        Assert.False(Only<ForCommand>("for x; do c; done").HasIn);
        Assert.Single(Only<ArithmeticForCommand>("for ((i=0; i<3; i++)); do c; done").Body);
        Assert.True(Only<WhileCommand>("until a; do b; done <f").IsUntil);
        Assert.False(Only<WhileCommand>("while read x\ndo b\ndone").IsUntil);
        Assert.Equal("x", Only<SelectCommand>("select x in a b; do c; done").Variable);
    }

    [Fact]
    public void A_case_has_items_and_terminators()
    {
        var command = Only<CaseCommand>("case \"$x\" in a|b) one ;; (c) two ;& d) three ;;& *) four; esac");
        Assert.Equal(
            [CaseTerminator.Break, CaseTerminator.FallThrough, CaseTerminator.Continue, CaseTerminator.None],
            command.Items.Select(i => i.Terminator));
        Assert.Equal(["a", "b"], command.Items[0].Patterns.Select(w => w.LiteralValue));
        Assert.Equal("a", Names("$(case x in a) a;; esac)").Split(' ')[1]);
    }

    [Fact]
    public void Functions_have_names_and_bodies()
    {
        Assert.Equal("f", Only<FunctionDefinition>("f() { a; }").Name);
        Assert.IsType<Subshell>(Only<FunctionDefinition>("f ()\n( a )").Body);
        Assert.Equal("f", Only<FunctionDefinition>("function f { a; }").Name);
        Assert.Equal("a", Names("function f() { a; }"));
    }

    [Fact]
    public void Double_brackets_and_parentheses()
    {
        Assert.Equal(
            ["-f", "a", "&&", "(", "b", "<", "c", ")"],
            Only<ConditionalExpression>("[[ -f a && ( b < c ) ]]").Words.Select(w => w.LiteralValue));
        Assert.Equal("^(a|b)+", Only<ConditionalExpression>("[[ $x =~ ^(a|b)+ ]]").Words[2].LiteralValue);
        Assert.Single(Only<ArithmeticCommand>("((x = 1 << 2))").Parts);
        Assert.IsType<Subshell>(Assert.Single(Assert.Single(Only<Subshell>("((a); b)").Body[..1]).List.Pipelines).Commands[0]);
    }

    [Fact]
    public void Words_have_parts()
    {
        var words = Only<SimpleCommand>("x a\\ b $'c\\n' \"d$e\" ${f:-g} $(h) `i` $((1+2)) <(j) ${#k} $ a#b {a,b} *.c").Words;
        Assert.Equal("a b", words[1].LiteralValue);
        Assert.IsType<AnsiCQuoted>(words[2].Parts[0]);
        var quoted = Assert.IsType<DoubleQuoted>(words[3].Parts[0]);
        Assert.Equal("e", Assert.IsType<ParameterExpansion>(quoted.Parts[1]).Name);
        var parameter = Assert.IsType<ParameterExpansion>(words[4].Parts[0]);
        Assert.Equal((":-", "g"), (parameter.Operator, parameter.Word!.LiteralValue));
        Assert.False(Assert.IsType<CommandSubstitution>(words[5].Parts[0]).IsBackquoted);
        Assert.True(Assert.IsType<CommandSubstitution>(words[6].Parts[0]).IsBackquoted);
        Assert.IsType<ArithmeticExpansion>(words[7].Parts[0]);
        Assert.IsType<ProcessSubstitution>(words[8].Parts[0]);
        Assert.Equal("#", Assert.IsType<ParameterExpansion>(words[9].Parts[0]).Prefix);
        Assert.Equal(["$", "a#b", "{a,b}", "*.c"], words[10..].Select(w => w.LiteralValue));
    }

    [Fact]
    public void Assignments_may_be_arrays_or_have_subscripts()
    {
        var command = Only<SimpleCommand>("a=(b 'c d'\n e) f[1]=2");
        Assert.Equal(["b", "c d", "e"], command.Assignments[0].Array!.Elements.Select(w => w.LiteralValue));
        Assert.Equal("1", command.Assignments[1].Subscript);
        Assert.Null(command.Name);
    }

    [Fact]
    public void Redirections_of_all_kinds()
    {
        var command = Only<SimpleCommand>("a <b >c >>d <>e >|f &>g &>>h <&0 >&2 <<<i {fd}>j");
        Assert.Equal(
            ["<", ">", ">>", "<>", ">|", "&>", "&>>", "<&", ">&", "<<<", ">"], command.Redirects.Select(r => r.Operator.Text));
        Assert.Equal("{fd}", command.Redirects[^1].Descriptor);
    }

    [Fact]
    public void Heredocs_have_bodies()
    {
        const string text = "cat <<EOF | b <<-'X'\nif $(\nEOF\n\tq\n\tX\nnext # comment";
        var script = Parse(text);
        var redirects = script.Walk().OfType<Redirect>().ToList();
        Assert.Equal("if $(\n", text.Substring(redirects[0].Heredoc!.Body.Start, redirects[0].Heredoc!.Body.Length));
        Assert.True(redirects[1].Heredoc is { IsQuoted: true, StripsTabs: true, Delimiter: "X", IsTerminated: true });
        Assert.Equal("cat b next", string.Join(' ', script.SimpleCommands().Select(c => c.Name)));
        Assert.Equal("# comment", text[script.Comments[0].Start..script.Comments[0].End]);
        Assert.True(Parse("cat <<EOF").Walk().OfType<Redirect>().Single().Heredoc!.Body.IsEmpty);
    }

    [Theory]
    [InlineData("a \\\n  b\r\nc\r\n", "a c")]
    [InlineData("echo } done fi a=b # if (", "echo")]
    [InlineData("time -p a; ! b", "a b")]
    [InlineData("x=`a \\`b\\``", "? a b")]
    [InlineData("echo \"$(a \"$(b)\" | c)\" && d", "echo a b c d")]
    [InlineData("\n# only\n\na\n", "a")]
    [InlineData("find . ! -name x \\( -a -b \\) -exec rm {} \\;", "find")]
    [InlineData("rm -rf !(a|b) ${x%%.*} ${y//a/b} ${z[@]} \"${v:+\"$v\"}\"", "rm")]
    [InlineData("f() { a; }; f", "a f")]
    [InlineData("a $((cat) | b)", "a cat b")]
    [InlineData("export PATH=(a b); git", "export git")]
    public void Commands_are_found_in_order(string text, string names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("a )")]
    [InlineData("( a")]
    [InlineData("echo 'a")]
    [InlineData("echo \"a")]
    [InlineData("if a; then b")]
    [InlineData("a && ")]
    [InlineData("a;; b")]
    [InlineData("(a) b")]
    [InlineData("${")]
    [InlineData("case x in a) b")]
    [InlineData("fi")]
    [InlineData("a \uFDD0")]
    public void What_is_no_script_has_a_reason(string text)
    {
        var result = Run(text);
        Assert.Null(result.Script);
        Assert.NotNull(result.Reason);
        Assert.InRange(result.ErrorSpan.End, 0, text.Length);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("((")]
    [InlineData("$(")]
    [InlineData("$((")]
    [InlineData("${a:-")]
    [InlineData("\"$(")]
    [InlineData("a=(")]
    [InlineData("{ ")]
    [InlineData("if ")]
    [InlineData("while ")]
    [InlineData("case x in a) ")]
    [InlineData("<(")]
    [InlineData("f() { ")]
    public void Deep_nesting_is_refused(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000));
        Assert.Equal("nested too deeply", Run(text).Reason);
    }

    // Both bash and dash quote inside the pattern, other than in the word of a default.
    [Fact]
    public void Single_quotes_quote_in_a_pattern_even_inside_of_double_quotes()
    {
        const string text = "a \"${x%'}'}\" \"${y:-'}\" b";
        Assert.Equal(4, Only<SimpleCommand>(text).Words.Length);
    }

    [Fact]
    public void Two_dollars_are_the_process_and_open_nothing()
    {
        const string text = "a \"$${x\" b";
        Assert.Equal(3, Only<SimpleCommand>(text).Words.Length);
    }

    [Theory]
    [InlineData("if a; then fi")]
    [InlineData("( )")]
    [InlineData("{ }")]
    [InlineData("while a; do done")]
    public void A_compound_command_without_commands_is_no_script(string text) => Assert.Null(Run(text).Script);

    [Theory]
    [InlineData("(a) ")]
    [InlineData("((a) ")]
    [InlineData("$((a) ")]
    [InlineData("<<'a ")]
    [InlineData("<<\"$(\" ")]
    [InlineData("a=b[ ")]
    [InlineData("a && ")]
    [InlineData("`a` ")]
    [InlineData("f() ")]
    [InlineData("case ")]
    [InlineData("[[ a ")]
    [InlineData("! ")]
    [InlineData("${a[")]
    [InlineData("<<a\n")]
    public void Long_repetitions_end(string piece) =>
        Assert.NotNull(Run(string.Concat(Enumerable.Repeat(piece, 100_000))));

    [Theory]
    [InlineData("( ", "a", ")")]
    [InlineData("x $(", "a", ")")]
    [InlineData("if a; then ", "a;", " fi;")]
    [InlineData("f() { ", "a;", " };")]
    [InlineData("\"${a:-", "a", "}\"")]
    [InlineData("case x in a) ", "a", ";; esac")]
    [InlineData("x \"$(", "a", ")\"")]
    [InlineData("x=(${a:-", "a", "})")]
    public void Nesting_below_the_limit_fits_the_stack(string open, string middle, string close)
    {
        const int depth = 98;
        var text = string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth));
        ShellParseResult? result = null;
        var thread = new Thread(() => result = Run(text), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotNull(result!.Script);
    }

    [Fact]
    public void No_mutation_throws()
    {
        const string seedText = "if [[ $a =~ (b) ]]; then f() { x=(1 2) c <<E | d; }\nE\nfi; case `e \\`f\\`` in (g|h) \"${i:-$(j)}\";; "
            + "esac; for ((;;)); do $'k' <(l); done && ((1)) # m\n";
        const string characters = " \n\\'\"`$(){}[]<>|&;#!=~aE0\r\uFDD3";
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var text = seedText.ToCharArray().ToList();
            for (var edit = random.Next(1, 12); edit > 0; edit--)
            {
                var index = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0:
                        text.RemoveAt(index);
                        break;
                    case 1:
                        text.Insert(index, characters[random.Next(characters.Length)]);
                        break;
                    default:
                        text[index] = characters[random.Next(characters.Length)];
                        break;
                }
            }

            var script = new string([.. text]);
            var result = Run(script);
            Assert.True((result.Script is null) == (result.Reason is not null));
            foreach (var node in result.Script?.Walk() ?? [])
            {
                Assert.InRange(node.Span.End, node.Span.Start, script.Length);
            }
        }
    }
}
