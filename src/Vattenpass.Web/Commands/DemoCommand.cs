using System.CommandLine;
namespace Vattenpass.Web.Commands;
public static class DemoCommand { public static Command Make() => new("demo"); }
