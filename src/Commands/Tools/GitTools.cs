using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>git(1), hg, svn.</summary>
public static class GitTools
{
    private const string Fetching = "--depth= --deepen= --shallow-since= --shallow-exclude= --unshallow --update-shallow -j|--jobs= -q|"
        + "--quiet -v|--verbose --progress --no-progress -4|--ipv4 -6|--ipv6 --filter= -o|--server-option= --upload-pack= "
        + "--recurse-submodules? --no-recurse-submodules -n|--no-tags -t|--tags -p|--prune -P|--prune-tags -f|--force -k|--keep -u|"
        + "--update-head-ok -a|--append --all --multiple --atomic --refmap= --set-upstream --dry-run --auto-maintenance --no-auto-gc "
        + "--write-fetch-head --no-write-fetch-head --refetch --negotiation-tip=";

    /// <summary>git.</summary>
    public static ToolSpec Git => field ?? Keep(ref field, new("git", "-C=@folder -c= --exec-path? --html-path --man-path --info-path "
        + "-p|--paginate -P|--no-pager --no-replace-objects --bare --git-dir= --work-tree= --namespace= --super-prefix= --config-env= "
        + "--literal-pathspecs --no-optional-locks -h|--help -v|--version --list-cmds? --attr-source= --no-advice --no-lazy-fetch")
    {
        HasStrictPlaces = true,
        InsecureSettings = ["http.sslVerify=false|0|no|off", "http.*.sslVerify=false|0|no|off"],
        Verbs =
        [
            Verb("clone", "-l|--local -s|--shared --no-hardlinks -q|--quiet@quiet -v|--verbose --progress -n|--no-checkout --bare "
                + "--mirror --sparse -o|--origin= -b|--branch=@version --revision=@version -u|--upload-pack= --template= -c|--config= "
                + "--depth= --shallow-since= --shallow-exclude= --single-branch --no-single-branch --no-tags --tags "
                + "--recurse-submodules? --recursive? --shallow-submodules --no-shallow-submodules --remote-submodules "
                + "--separate-git-dir= --ref-format= -j|--jobs= --filter= --reference= --reference-if-able= --dissociate "
                + "--server-option= --bundle-uri= --also-filter-submodules --no-reject-shallow -4 -6",
                [Fetches.Of(OperandRange.First), Network, Writes.Of(OperandRange.Second)]) with { Cost = CostClass.Download,
                    Repeats = Repeatability.Moving },
            Verb("fetch", Fetching, [Fetches.Of(OperandRange.First), Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("pull", Fetching + " -r|--rebase? --no-rebase --ff --no-ff --ff-only --no-edit -e|--edit --squash --commit --no-commit "
                + "-s|--strategy= -X|--strategy-option= --no-verify --autostash -S|--gpg-sign? --allow-unrelated-histories --stat "
                + "--no-stat", [Fetches.Of(OperandRange.First), Network]) with { Cost = CostClass.Download,
                Repeats = Repeatability.Moving },
            Verb("submodule update|submodule|submodule init|submodule sync|submodule add|submodule foreach|submodule status|submodule "
                + "deinit|submodule set-url", "--init --recursive@recursive -q|--quiet --remote -N|--no-fetch --no-recommend-shallow "
                + "--recommend-shallow --depth= -j|--jobs= --checkout --merge --rebase --reference= --filter= --single-branch "
                + "--no-single-branch -f|--force -b|--branch= --name= --progress --all --cached", [Fetches, Network])
                with { Cost = CostClass.Download, Repeats = Repeatability.Locked },
            Verb("lfs pull|lfs fetch", "-I|--include= -X|--exclude= --recent --all -p|--prune", [Fetches, Network])
                with { Cost = CostClass.Download },
            Verb("lfs install|lfs checkout|lfs|lfs track|lfs prune|lfs env|lfs ls-files", "--system --local --skip-smudge -I|--include= "
                + "-X|--exclude= --force --skip-repo", [Network.Maybe()]),
            Verb("checkout|switch|restore", "-q|--quiet --progress -f|--force --ours --theirs -b= -B= -c|--create= -C|--force-create= "
                + "-t|--track? --no-track --guess --no-guess -l -d|--detach --orphan= -m|--merge -p|--patch --ignore-skip-worktree-bits "
                + "-s|--source= -S|--staged -W|--worktree --pathspec-from-file= --recurse-submodules? --no-recurse-submodules --overlay "
                + "--conflict= --discard-changes", [Writes.At(".")]) with { Cost = CostClass.Files },
            Verb("apply|am", "--stat --numstat --summary --check --index --cached -3|--3way -R|--reverse --reject -z -p= -C= "
                + "--unidiff-zero --apply --no-add --allow-binary-replacement --exclude= --include= --ignore-space-change "
                + "--ignore-whitespace --whitespace= -v|--verbose -q|--quiet --recount --directory= --unsafe-paths --keep-cr --signoff "
                + "-s -k|--keep --keep-non-patch --abort --continue --skip --build-fake-ancestor=", [Reads.Of(), Writes.At(".")])
                with { Cost = CostClass.Files },
            Verb("config|config set|config get|config unset|config list", "--global --system --local --worktree -f|--file= --blob= "
                + "--get --get-all --get-regexp --get-urlmatch --replace-all --add --unset --unset-all --rename-section "
                + "--remove-section -l|--list -e|--edit -t|--type= --bool --int --path -z|--null --name-only --includes --show-origin "
                + "--show-scope --default= --value= --all --fixed-value", [SetsConfig]) with { Cost = CostClass.Trivial },
            Verb("reset|clean|gc|prune|stash|worktree|worktree add|sparse-checkout|sparse-checkout set|sparse-checkout init|init|remote|"
                + "remote add|remote set-url|remote update|remote remove|remote prune|branch|tag|add|rm|mv|update-index|read-tree|"
                + "update-ref|merge|rebase|cherry-pick|revert|reflog|repack|fsck|bundle|maintenance|update-server-info|filter-branch|"
                + "replace|notes|symbolic-ref|credential|credential approve|daemon",
                "-q|--quiet --hard --soft --mixed --keep --merge -f|--force -d -x -X -e= -n|--dry-run --aggressive --prune? --auto "
                    + "--expire= --all -b= -B= --detach --bare -b|--initial-branch= --shared? --template= --object-format= --cone "
                    + "--no-cone -t|--track? -D|--delete -m|--message= -M -u|--set-upstream-to= -a|--annotate -s|--sign --list? -l "
                    + "--contains? --points-at= --no-tags -A --cached -r --refresh --assume-unchanged --chmod= --no-edit --no-ff "
                    + "--squash --ff-only --strategy= --onto= -i|--interactive -X= -C= --sort= --depth=", [])
                    with { Cost = CostClass.Files },
            Verb("commit", "-a|--all -m|--message= -q|--quiet --amend --no-edit --allow-empty --allow-empty-message -n|--no-verify -F|"
                + "--file= --author= --date= -s|--signoff -S|--gpg-sign? --no-gpg-sign -C|--reuse-message= -c|--reedit-message= "
                + "--fixup= -t|--template= --cleanup= -v|--verbose --dry-run", []) with { Cost = CostClass.Files },
            Verb("push", "--all --mirror --tags --follow-tags -q|--quiet -u|--set-upstream -f|--force --force-with-lease? -d|--delete "
                + "-n|--dry-run -o|--push-option= --no-verify --atomic --receive-pack= --repo= --progress", [Sends, Network]),
            Verb("log|show|diff|status|describe|rev-parse|rev-list|ls-files|ls-tree|ls-remote|cat-file|grep|blame|shortlog|show-ref|"
                + "for-each-ref|name-rev|merge-base|hash-object|archive|version|help|format-patch|cherry|check-ignore|var|count-objects|"
                + "verify-commit|verify-tag",
                "-q|--quiet --oneline -n|--max-count= --format= --pretty? --date= --tags? --all --always --long --dirty? --abbrev? "
                    + "--short? --verify --is-inside-work-tree --show-toplevel --git-dir --abbrev-ref? --match= --exclude= "
                    + "--exact-match --first-parent --heads -h --tags --refs --exit-code --get-url --sort= --symref --count -o|"
                    + "--output= --prefix= --remote= --stdin -v|--verbose --name-only --name-status --stat? --cached --staged -p|"
                    + "--patch -s --porcelain? -z --others --modified --ignored --exclude-standard --contains -1 -t --raw --unified= "
                    + "--no-color --no-patch --color? --no-ext-diff --ext-diff --graph --decorate? --diff-filter= --since= --until= "
                    + "--author= -i -e= -l -w -E", [Prints]) with { Cost = CostClass.Trivial },
        ],
    });

    /// <summary>Mercurial.</summary>
    public static ToolSpec Hg => field ?? Keep(ref field, new("hg", "-R|--repository= --cwd=@folder -y|--noninteractive -q|--quiet -v|"
        + "--verbose --config= --debug --insecure@insecure -r|--rev=@version -u|--updaterev= -b|--branch= -U|--noupdate --pull --stream "
        + "-C|--clean -e|--ssh= --remotecmd= -B|--bookmark= -h|--help")
    {
        Verbs = [Verb("clone", [Fetches.Of(OperandRange.First), Network, Writes.Of(OperandRange.Second)])
        with { Cost = CostClass.Download, Repeats = Repeatability.Moving }, Verb("pull|incoming", [Fetches, Network]),
        Verb("update=up=checkout=co|id=identify|log|status|archive|init|add|commit|tip|parents|version", "")]
    });

    /// <summary>Subversion.</summary>
    public static ToolSpec Svn => field ?? Keep(ref field, new("svn", "-q|--quiet -N|--non-recursive -r|--revision=@version --force "
        + "--username= --password=@secret --no-auth-cache --non-interactive@yes --trust-server-cert@insecure "
        + "--trust-server-cert-failures=@insecure --depth= --ignore-externals --config-dir= --config-option= --native-eol= -m|"
        + "--message= --no-ignore --show-item= --xml")
    {
        Verbs = [Verb("checkout=co|export", [Fetches.Of(OperandRange.First), Network, Writes.Of(OperandRange.Second)])
        with { Cost = CostClass.Download, Repeats = Repeatability.Moving }, Verb("update=up|switch=sw|info|log|ls|list|cat|status=st|"
        + "revert|cleanup|upgrade|import|commit=ci|add", "", [Network])]
    });
}
