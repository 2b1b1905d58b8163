using System.CommandLine;
namespace Vattenpass.Web.Commands;
public static class ReportCommand { public static Command Make() => new("report"); }
