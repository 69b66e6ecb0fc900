package org.vizgate.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A registration's JSON made short: deflated (RFC 1951), with what most registrations have as a dictionary. */
final class ShortText {
    /** More than the longest registration: ten redirect URIs of 500 characters and a name. */
    private static final int MAX_LENGTH = 8 * 1024;

    // What is used most stands last, where it is nearest. Part of the format: another text needs another prefix of the
    // id.
    private static final byte[] DICTIONARY =
            ("{\"m\":\"client_secret_post\",\"r\":[\"{\"m\":\"client_secret_basic\",\"r\":[\""
                            + "],\"n\":\"Visual Studio Code ChatGPT Gemini Copilot Studio Connector Cursor Inspector Desktop MCP Client"
                            + "\",\"a\":\"web\",\"a\":\"native\",\"i\":"
                            + ".azurewebsites.net/.azure-apim.net/redirect/vscode.dev/redirect/cursor://anysphere.cursor-mcp/oauth/"
                            + "www..org/.io/.ai/.com/api/mcp/auth_callback/auth/callback\",\"http://[::1]http://localhost:"
                            + "http://127.0.0.1:8080/oauth/callback/debug\",\"https://\"],\"i\":1"
                            + "/callback\"],\"n\":\"Claude\",\"i\":17{\"m\":\"none\",\"r\":[\"https://")
                    .getBytes(StandardCharsets.UTF_8);

    private ShortText() {}

    static byte[] deflated(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            deflater.setInput(bytes);
            deflater.finish();
            // Room for text that does not get shorter: five bytes for each block (RFC 1951 section 3.2.4).
            byte[] buffer = new byte[bytes.length + bytes.length / 1_000 + 64];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        } finally {
            deflater.end();
        }
    }

    /** The text; empty if {@code bytes} are none, or one that is too long to be a registration. */
    static Optional<String> inflated(byte[] bytes) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(bytes);
            byte[] buffer = new byte[MAX_LENGTH];
            int length = inflater.inflate(buffer);
            return inflater.finished() && inflater.getRemaining() == 0
                    ? Optional.of(new String(buffer, 0, length, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
