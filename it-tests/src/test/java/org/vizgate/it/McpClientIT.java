package org.vizgate.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The official TypeScript client against the sample's MCP server: the script in {@code mcp-client}. */
@ExtendWith(ShowOutput.class)
class McpClientIT {
    private static final int OLDEST_NODE = 18;
    private static final Path FOLDER = Path.of(System.getProperty("it.mcp.client"));

    @ParameterizedTest
    @ValueSource(strings = {"/", "/x"})
    @DisplayName("R2 R4 R29 R31 A1 A2 A4 A5 A28 A55 A78: the official client finds its way in, and back")
    void officialClient_signsInAndCallsTheTools(String contextPath) throws IOException, InterruptedException {
        Path node = node();
        try (Sample sample = Sample.builder().contextPath(contextPath).start()) {
            Path log = Files.createTempFile(Path.of(System.getProperty("it.work")), "mcp-client", ".log");
            Process client = new ProcessBuilder(
                            node.toString(),
                            "main.js",
                            sample.at("/mcp").toString(),
                            sample.ownTableau().toString())
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                boolean ended = client.waitFor(60, TimeUnit.SECONDS);
                assertThat(ended).as("the client ended").isTrue();
            } finally {
                client.destroyForcibly();
            }
            String output = Files.readString(log, UTF_8);
            assertThat(client.exitValue()).as(output).isZero();
            assertThat(output.lines())
                    .filteredOn(line -> line.startsWith("ok: "))
                    .hasSize(4);
        }
    }

    private static Path node() {
        Path node = NodeJs.orSkip("mcp", NodeJs.ofMachine(), OLDEST_NODE);
        NodeJs.packageOrSkip("mcp", FOLDER, "@modelcontextprotocol/sdk");
        return node;
    }
}
