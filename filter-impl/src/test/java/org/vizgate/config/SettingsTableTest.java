package org.vizgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README says of the settings is what there is. Other tables of the README do not have "Default" in their head. */
class SettingsTableTest {
    private static final Path README = Path.of("../README.md");
    private static final String UNUSED = "### Named, not used";
    // A row or the head of a table: the first two cells.
    private static final Pattern ROW = Pattern.compile("\\| *(.*?) *\\| *(.*?) *\\|.*");

    private final String section;

    SettingsTableTest() throws IOException {
        section = section(Files.readString(README));
    }

    @Test
    void supportedSettings_areInTheTablesWithTheirDefaults() {
        assertThat(rows(section.substring(0, section.indexOf(UNUSED))))
                .containsExactlyInAnyOrderElementsOf(expected(true));
    }

    @Test
    void settingsThatAreNotUsed_areInTheLastTableWithTheirDefaults() {
        assertThat(rows(section.substring(section.indexOf(UNUSED))))
                .containsExactlyInAnyOrderElementsOf(expected(false));
    }

    private static String section(String readme) {
        String fromHere = readme.substring(readme.indexOf("## Settings\n"));
        int next = fromHere.indexOf("\n## ");
        return next < 0 ? fromHere : fromHere.substring(0, next);
    }

    private static List<String> rows(String tables) {
        return tables.lines()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).startsWith("`"))
                .map(row -> row.group(1) + ": " + row.group(2).replace("`", ""))
                .toList();
    }

    private static List<String> expected(boolean supported) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.isSupported() == supported)
                .map(key -> key.names().map(name -> "`" + name + "`").collect(Collectors.joining(" or ")) + ": "
                        + (key.defaultText().isEmpty() ? "\u2013" : key.defaultText()))
                .toList();
    }
}
