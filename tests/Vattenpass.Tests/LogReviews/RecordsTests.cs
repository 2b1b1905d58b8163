using System.Text;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Tests.LogReviews;

/// <summary>The grammar of separated text, read 64 bytes at a time, against a reading of one byte at a time.</summary>
public sealed class RecordsTests
{
    private const string Letters = "aå;;;;\"\"\n\r  x", Plain = "abc;;\n";

    [Theory]
    [InlineData(Letters, 40)]
    [InlineData(Letters, 400)]
    [InlineData(Plain, 63)]
    [InlineData(Plain, 64)]
    [InlineData(Plain, 65)]
    [InlineData(Plain, 2000)]
    public void Any_text_is_split_as_byte_by_byte(string alphabet, int length)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, length).Select(_ => Word(random, alphabet))));
            Assert.Equal(ByteByByte(text, (byte)';'), InBlocks(text, (byte)';', room: Records.MostFields));
        }
    }

    [Fact]
    public void Fields_beyond_the_room_are_passed_over_and_the_next_record_begins_where_it_should()
    {
        var text = Encoding.UTF8.GetBytes("a;b;\"c;\nd\";e\nf;g\n");
        Assert.Equal(["a|b", "f|g"], InBlocks(text, (byte)';', room: 2));
        Assert.Equal(["a|b|c;\nd|e", "f|g"], InBlocks(text, (byte)';', room: 4));
    }

    [Fact]
    public void A_quote_that_never_closes_costs_a_row_and_not_the_file() =>
        Assert.Equal(["a|\"b|c", "d|e"], InBlocks(Encoding.UTF8.GetBytes("a;\"b;c\nd;e\n"), (byte)';', Records.MostFields));

    /// <summary>Mostly one letter; now and then a long field, so that a record reaches over more than one block.</summary>
    private static string Word(Random random, string alphabet) =>
        random.Next(40) == 0 ? new string('y', random.Next(200)) : alphabet[random.Next(alphabet.Length)].ToString();

    private static List<string> InBlocks(byte[] bytes, byte separator, int room)
    {
        var scratch = Array.Empty<byte>();
        var fields = new FieldAt[room];
        List<string> records = [];
        ReadOnlySpan<byte> text = bytes;
        while (text.Length > 0)
        {
            var next = Records.Split(text, separator, fields, out var count, out _);
            List<string> texts = [];
            foreach (var field in fields.AsSpan(0, count)) texts.Add(Encoding.UTF8.GetString(field.In(text, ref scratch)));
            records.Add(string.Join('|', texts));
            text = text[next..];
        }
        return records;
    }

    private static List<string> ByteByByte(byte[] text, byte separator)
    {
        List<string> records = [], fields = [];
        List<byte> field = [];
        for (var at = 0; at < text.Length;)
        {
            var closed = field.Count == 0 && text[at] == '"' && IsStart(text, at, separator) ? Closing(text, at, separator) : -1;
            if (closed >= 0)
            {
                for (at++; at < closed; at++)
                {
                    field.Add(text[at]);
                    if (text[at] == '"' && at + 1 < closed && text[at + 1] == '"') at++;
                }
                at++;
                End(ref at);
            }
            else if (text[at] == separator || text[at] == '\n') End(ref at);
            else field.Add(text[at++]);
            if (at == text.Length && (field.Count > 0 || fields.Count > 0)) End(ref at);
        }
        return records;

        void End(ref int at)
        {
            fields.Add(Encoding.UTF8.GetString([.. field]).Trim(' ', '\t', '\r'));
            field.Clear();
            if (at < text.Length && text[at] == '\r') at++;
            var isField = at < text.Length && text[at] == separator;
            if (at < text.Length) at++;
            if (isField && at < text.Length) return;
            if (isField) fields.Add(""); // The text ends with a separator: one empty field more.
            records.Add(string.Join('|', fields));
            fields.Clear();
        }
    }

    private static bool IsStart(byte[] text, int at, byte separator) => at == 0 || text[at - 1] == separator || text[at - 1] == '\n';

    /// <summary>Where the quote that closes stands; doubled ones do not, nor one that something else follows.</summary>
    private static int Closing(byte[] text, int open, byte separator)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] != '"') continue;
            var after = at + 1;
            if (after == text.Length
                || text[after] == separator
                || text[after] == '\n'
                || (text[after] == '\r' && (after + 1 == text.Length || text[after + 1] == '\n')))
                return at;
            if (text[after] == '"') at++;
        }
        return -1;
    }
}
