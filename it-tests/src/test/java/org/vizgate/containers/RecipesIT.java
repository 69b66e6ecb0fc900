package org.vizgate.containers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The code that README.md shows is the code that the container tests deploy. No container is needed for this one. */
class RecipesIT {
    @ParameterizedTest
    @CsvSource({"class ApiGate,subclass/ApiGate", "class GateListener,added/GateListener"})
    void javaRecipe_isDeployedByATest(String inReadme, String file) {
        String shown = Readme.block("java", inReadme);
        String source = Readme.read("it-tests/src/test/java/org/vizgate/containers/app/" + file + ".java");

        assertThat(source).contains(shown.strip());
    }

    @Test
    void webXmlRecipe_beginsAsReadmeShows() {
        String shown = Readme.block("xml", "TableauAuthFilter").replaceAll("(?m)^", "  ");

        assertThat(Readme.recipeElements()).contains(shown.stripTrailing());
    }
}
