using Xunit;

namespace Dockerlint.Tests;

public sealed class OptionGoneTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN bundle install -j4 [|--path|] vendor && bundle install [|--deployment|]\n"
        + "RUN sudo bundle install [|--without|] test development\n")]
    [InlineData("FROM a:1\nRUN gem install rake [|--no-ri|] --no-rdoc && pip install [|--install-option|]=a b\n")]
    [InlineData("FROM a:1\n"
        + "RUN bundle config set path vendor && bundle install --jobs 4 --retry 3 && gem install --no-document a && bundle "
        + "update --all\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6036", marked);
}
