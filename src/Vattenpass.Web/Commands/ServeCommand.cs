using System.CommandLine;
namespace Vattenpass.Web.Commands;
public static class ServeCommand { public static Command Make() => new("serve"); }
