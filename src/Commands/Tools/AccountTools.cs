using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>Programs that are told who one is: clients of services and data bases, sshpass.</summary>
public static class AccountTools
{
    /// <summary>sshpass.</summary>
    public static ToolSpec Sshpass => field ?? Keep(ref field, new("sshpass", "-p=@secret -f= -d= -e? -P= -v -h -V")
    {
        StopsAtOperand = true,
        Runs = RunsWords(),
    });

    /// <summary>az.</summary>
    public static ToolSpec Az => field ?? Keep(ref field, new("az", "-u|--username= -p|--password=@secret -t|--tenant= --service-principal "
        + "-s|--subscription= -o|--output= --query= --verbose --debug --only-show-errors -i|--identity --allow-no-subscriptions "
        + "--use-device-code --certificate= --federated-token=@secret -h|--help -y|--yes@yes -n|--name= -g|--resource-group= "
            + "-l|--location=")
    { Effects = [Network.Maybe()] });

    /// <summary>Helm.</summary>
    public static ToolSpec Helm => field ?? Keep(ref field, new("helm", "-n|--namespace= --kubeconfig= --kube-context= --debug "
        + "--registry-config= --repository-cache= --repository-config= -h|--help --insecure-skip-tls-verify@insecure")
    {
        Effects = [Network.Maybe()],
        Verbs =
        [
            Verb("registry login|registry logout|login", "-u|--username= -p|--password=@secret --password-stdin --insecure@insecure "
                + "--ca-file= --cert-file= --key-file= --plain-http"),
            Verb("repo add|repo update|repo remove|repo list|pull=fetch|install|upgrade|template|lint|package|push|show chart|show values|"
                + "dependency update|dependency build|plugin install|search repo|uninstall|version|list", "-f|--values= --set= --version= "
                + "--repo= -o|--output= --username= --password=@secret -d|--destination= --untar --client --short --force-update -i|"
                + "--install --wait --timeout= --create-namespace --insecure-skip-tls-verify@insecure --untardir= --verify --template="),
        ],
    });

    /// <summary>doctl.</summary>
    public static ToolSpec Doctl => field ?? Keep(ref field, new("doctl", "-t|--access-token=@secret -u|--api-url= -c|--config= --context= "
        + "-o|--output= --trace -v|--verbose -h|--help --interactive")
    { Effects = [Network.Maybe()] });

    /// <summary>heroku, vercel, netlify, flyctl: programs of hosting services.</summary>
    public static ToolSpec Hosting => field ?? Keep(ref field, new("vercel", "-t|--token|--access-token=@secret --auth=@secret -a|--app= "
        + "-y|--yes@yes --prod -d|--debug -h|--help -S|--scope= --cwd=@folder -A|--local-config= -e|--env= --site= --dir= -c|--config=")
    { Effects = [Network.Maybe()] });

    /// <summary>twine.</summary>
    public static ToolSpec Twine => field ?? Keep(ref field, new("twine", "-r|--repository= --repository-url= -u|--username= "
        + "-p|--password=@secret --non-interactive@yes -c|--comment= --config-file= --skip-existing --cert= --client-cert= --verbose "
        + "--disable-progress-bar -s|--sign -i|--identity= -h|--help --no-color")
    { Effects = [Network] });

    /// <summary>Clients of MySQL and MariaDB, whose password stands in the word of the option only.</summary>
    public static ToolSpec Mysql => field ?? Keep(ref field, new("mysql", "-u|--user= -p|--password?@secret -h|--host= -P|--port= "
        + "-e|--execute= -D|--database= -S|--socket= --protocol= --defaults-file= --defaults-extra-file= --ssl-mode= --ssl? -f|--force -s|"
        + "--silent -v|--verbose -N|--skip-column-names -B|--batch -A|--no-auto-rehash --all-databases --databases --single-transaction "
        + "-r|--result-file= -w|--where= --default-character-set= --connect-timeout= --init-command= --wait? -i -?|--help -V|--version")
    { Effects = [Network.Maybe()] });
}
