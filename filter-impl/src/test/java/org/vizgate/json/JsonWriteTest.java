package org.vizgate.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonWriteTest {
    private final Json json = new Json();

    @Test
    void members_keepTheirOrderAndTypes() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", "text");
        object.put("a", 7L);
        object.put("m", true);
        object.put("l", List.of("x", "y"));
        object.put("o", Map.of("k", 1L));

        assertThat(json.write(object))
                .isEqualTo("{\"z\":\"text\",\"a\":7,\"m\":true,\"l\":[\"x\",\"y\"],\"o\":{\"k\":1}}");
    }

    @Test
    void textsThatLookLikeJson_stayTexts() {
        String hostile = "\",\"admin\":true,\"x\":\"\\ \n\u0000\u2028<\u00e4";

        JsonFields back = json.read(json.write(Map.of("name", hostile)));

        assertThat(back.names()).containsExactly("name");
        assertThat(back.requiredText("name")).isEqualTo(hostile);
    }
}
