using CsCheck;

namespace Dockerlint.Tests;

// The instructions of a stage.
internal sealed partial class DraftGenerator
{
    private Gen<string> Instruction(int index)
    {
        var common = new List<Gen<string>>
        {
            FileInstruction(index),
            FileInstruction(index),
            FileInstruction(index),
            s_small.Select(n => $"RUN echo SALT {n} > /run{n} || true"),
            s_small.Select(n => $"RUN cat /etc/salt > /tmp/v{n}; echo $A $E"),
            s_small.Select(n => $"RUN [\"/bin/sh\", \"-c\", \"echo SALT {n}\"]"),
            Scripts(index),
            Scripts(index),
            s_small.Select(n => $"ARG A=SALT-{n}"),
            Any("ARG G", "ARG C", "ARG E=arg", "ARG A B=2", "ARG C=$A", "ARG D=1 C=$D", "ARG HTTP_PROXY", "ARG A", "ARG PATH",
                "ARG TARGETARCH", "ARG B"),
            s_small.Select(n => $"ENV E=SALT-{n}"),
            Any("ENV E=$A", "ENV F=${E:-none}-$G", "ENV A=env", "ENV E=1 F=$E", "ENV E some words", "ENV G=${A:+set}", "ENV PATH=$PATH:/x",
                "ENV E=\"a b\" C='d'"),
            Any("LABEL l=$E", "LABEL \"a b\"=c d='e f'", "LABEL l $A"),
            Any("USER app", "USER 0", "USER root", "USER app:app", "USER 1000:1000", "USER ${U:-root}"),
            s_small.Select(n => $"LABEL n={n}"),
            Any("EXPOSE 80", "EXPOSE 80/tcp 81", "CMD [\"sh\"]", "CMD sh -c true", "ENTRYPOINT [\"sh\"]", "STOPSIGNAL SIGINT",
                "STOPSIGNAL 9", "VOLUME /data", "VOLUME [\"/data\"]",
                "HEALTHCHECK NONE", "HEALTHCHECK --interval=60s CMD true", "HEALTHCHECK --interval=1m CMD true", "MAINTAINER somebody"),
            Any("SHELL [\"/bin/sh\", \"-ec\"]", "SHELL [\"/bin/sh\", \"-c\"]"),
            Any("ONBUILD RUN echo SALT triggered", "ONBUILD COPY a.txt /triggered/", "ONBUILD ENV T=1", "ONBUILD WORKDIR /t",
                "ONBUILD LABEL t=1", "ONBUILD USER root"),
        };
        if (IsBuildKit)
        {
            common.AddRange(Mounts(index), Mounts(index), Heredocs(), s_small.Select(n => $"RUN --network=none echo SALT {n}"),
                s_small.Select(n => $"RUN --network=default echo SALT {n}"));
        }

        return Gen.OneOf([.. common]);
    }

    private Gen<string> FileInstruction(int index)
    {
        var common = new List<Gen<string>>
        {
            Any("COPY a.txt /x/", "COPY a.txt b.txt /x/", "COPY src /s", "COPY src/ /s/", "COPY *.txt /t/", "COPY src/*.c /c/",
                "COPY . /all/",
                "COPY conf/app.conf /etc/app.conf", "COPY --chown=1000:1000 src/x.c /own/", "ADD b.txt /b", "ADD src/deep /deep/",
                "COPY [\"src/y.c\", \"/j\"]",
                "COPY docs /d", "COPY s?c/x.c /q/"),
            Any("COPY ./a.txt x/", "COPY /a.txt .", "COPY src/../b.txt //b//c", "COPY src/. ./s", "COPY ./ /all", "COPY src /s/../s2",
                "COPY a.txt c.md src docs /many/", "COPY src/deep/../x.c /x.c"),
            Any("COPY [ab].txt /cls/", "COPY *.t?t c.md /mix/", "COPY s*/x.c /sg/", "COPY **/*.md /mm/", "COPY src* /ss/",
                "COPY new* a.txt /opt/", "COPY docs/*.md /dm/", "COPY */*.c /two/",
                "COPY [^a].txt /not/", "COPY * /star/", "COPY src/* /ss/", "COPY l* /l/"),
            Any("COPY link /l1", "COPY folder /l2/", "COPY folder/ /l2", "COPY conf /cf/", "COPY conf/link /l4", "COPY link a.txt /l5/",
                "ADD link /l1", "ADD folder /l2"),
            Any("COPY empty /em/", "COPY empty a.txt /em/", "COPY e* /em/", "ADD empty /em"),
            Any("ADD t.tar /tar/", "COPY t.tar /tar/", "ADD t.tar a.txt /tar/", "ADD *.tar /tar/", "ADD --chown=1000 t.tar /tar/"),
            Any("COPY --chown=app:app a.txt /own/", "COPY --chown=app src /own", "COPY --chown=0:0 a.txt /own/",
                "ADD --chown=1000 a.txt /own/", "COPY --chown=${U:-1000} a.txt /own/"),
            Any("COPY a.txt /n-$A", "COPY ${P:-a.txt} /p/", "COPY [\"a.txt\", \"src\", \"/json/\"]", "COPY \"a.txt\" /quoted/",
                "ADD a.txt /n-${E}"),
            Any("WORKDIR /w", "WORKDIR sub", "WORKDIR /", "WORKDIR /w/$E", "WORKDIR /w/", "WORKDIR ./x/../y", "WORKDIR /out"),
        };
        if (index > 0)
        {
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} /out/{from} /from/"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={from} /out/{from}/o /o{from}"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} /out /from"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} out/{from}/ ./from/"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} --chown=1000 /out/{from}/o /from/"));
            common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from].ToUpperInvariant()} /out/{from}/* /from/"));
        }

        if (IsBuildKit)
        {
            common.Add(Any("COPY --chmod=755 a.txt /ch/", "COPY --chmod=0755 src /ch/", "COPY --chmod=u+x a.txt /ch/",
                "ADD --chmod=600 a.txt /ch/", "COPY --chmod=755 --chown=app conf /ch/"));
            common.Add(Any("COPY --link a.txt /l/", "COPY --link src /ls/", "ADD --link t.tar /lt/", "COPY --link=false a.txt /l/",
                "COPY --link --chown=1000 docs /ld/", "COPY --link a.txt rel/"));
            common.Add(Any("COPY --exclude=*.txt . /ex/", "COPY --exclude=**/*.c --exclude=docs . /ex/", "COPY --exclude=deep src /ex/",
                "COPY --exclude=**/z.txt --exclude=!x.c src /ex/", "ADD --exclude=*.md . /ex"));
            common.Add(Any("COPY --from=BASE /etc/passwd /p", "COPY --from=BASE /etc /p/", "COPY --link --from=BASE /etc/salt /p/",
                "ADD --unpack=true t.tar /tar/", "ADD --unpack=false t.tar /tar/"));
            if (index > 0)
            {
                common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --link --from={s_names[from]} /out/{from} /lf/"));
                common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} --exclude=p /out/{from} /ef/"));
                common.Add(Gen.Int[0, index - 1].Select(from => $"COPY --from={s_names[from]} --chmod=700 /out/{from} /cf/"));
            }
        }

        return Gen.OneOf([.. common]);
    }

    // Commands on the stage's own folder, which other stages take.
    private static Gen<string> Scripts(int index)
    {
        var folder = $"/out/{index}";
        var command = Gen.OneOf(
            s_small.Select(n => $"echo SALT {n} > {folder}/p"),
            s_small.Select(n => $"echo SALT {n} >> {folder}/o"),
            Any($"cp {folder}/o {folder}/p", $"cp -r {folder} {folder}-copy", $"mv {folder}/p {folder}/q", $"rm -f {folder}/p",
                $"rm -rf {folder}/d", $"mkdir -p {folder}/d/e", $"touch {folder}/p",
                $"ln -s o {folder}/p", $"ln -sf /etc/salt {folder}/q", $"chmod 600 {folder}/o", $"chmod +x {folder}/o",
                    $"chown 1000:1000 {folder}/o", $"cat /etc/salt > {folder}/q",
                $"cat {folder}/o {folder}/p > {folder}/q", $"printf 'SALT\\n' > {folder}/p", $"echo $A > {folder}/p",
                    $"echo \"$E\" > {folder}/q", $"cd {folder}", "cp o p", $"test -f {folder}/p && rm {folder}/o",
                $"cp /x/a.txt {folder}/p", $"cat /x/a.txt > {folder}/p", $"date > {folder}/p", $"ls {folder}"));
        return from commands in command.Array[1, 3]
               from separator in Any(" ; ", " && ")
               select $"RUN {string.Join(separator, commands)} ; true";
    }

    private static Gen<string> Mounts(int index)
    {
        var one = new List<Gen<string>>
        {
            Any("type=cache,target=/cache", "type=cache,id=own,target=/cache", "type=cache,id=/cache,target=/cache",
                "type=cache,target=/cache,sharing=locked", "type=cache,dst=/cache,sharing=shared",
                "type=cache,target=/cache,ro", "type=cache,target=/cache,mode=0700", "type=cache,target=/cache,uid=1000,gid=1000",
                "type=cache,target=cache"),
            Any("type=bind,source=src,target=/m", "source=src,target=/m", "type=bind,source=src,target=/m,rw", "type=bind,target=/m",
                "type=bind,source=a.txt,target=/m", "source=link,target=/m",
                "source=folder,target=/m", "type=bind,src=./src/deep,dst=/m,ro"),
            Any("type=tmpfs,target=/tt", "type=tmpfs,target=/tt,size=1000000"),
            Any("type=secret,id=s", "type=secret,id=s,target=/secret", "type=secret,id=s,env=S", "type=secret,id=s,required=false",
                "type=secret,id=s,mode=0444", "type=ssh"),
            Any("from=BASE,source=/etc,target=/b", "type=bind,from=BASE,target=/b", "type=cache,from=BASE,source=/etc,target=/cb"),
        };
        if (index > 0)
        {
            one.Add(Gen.Int[0, index - 1].Select(from => $"from={s_names[from]},source=/out,target=/f"));
            one.Add(Gen.Int[0, index - 1].Select(from => $"type=bind,from={s_names[from]},source=/out/{from}/o,target=/f"));
            one.Add(Gen.Int[0, index - 1].Select(from => $"type=cache,from={s_names[from]},source=/out/{from},target=/fc"));
        }

        return from mounts in Gen.OneOf([.. one]).Array[1, 2]
               from n in s_small
               select "RUN "
                   + $"{string.Join(' ', mounts.DistinctBy(mount => mount[(mount.IndexOf("=/", StringComparison.Ordinal) + 1)..].Split(',')[0]).Select(mount => "--mount=" + mount))} echo SALT {n}";
    }

    private static Gen<string> Heredocs() => Gen.OneOf(
        s_small.Select(n => $"RUN <<EOF\necho SALT\necho {n} > /h{n}\ntrue\nEOF"),
        s_small.Select(n => $"RUN <<'END'\necho SALT\necho {n} > /h{n}\ntrue\nEND"),
        s_small.Select(n => $"RUN <<-EOF\n\techo SALT\n\t# {n}\n\ttrue\nEOF"),
        s_small.Select(n => $"RUN <<EOF\n#!/bin/sh\necho SALT {n}\nEOF"),
        s_small.Select(n => $"RUN cat <<A <<B\nSALT {n}\nA\nb\nB"),
        s_small.Select(n => $"RUN sh <<EOF\necho SALT {n}\nEOF"),
        s_small.Select(n => $"COPY <<EOF /heredoc\nSALT {n} $E\nEOF"),
        s_small.Select(n => $"COPY <<'EOF' a.txt /hd/\nSALT {n} $E\nEOF"),
        s_small.Select(n => $"COPY <<one <<two /hd/\nSALT {n}\none\n$A\ntwo"),
        s_small.Select(n => $"COPY <<-EOF /out/0/p\n\tSALT {n}\nEOF"),
        s_small.Select(n => $"ADD <<EOF /heredoc\nSALT {n}\nEOF"));
}
