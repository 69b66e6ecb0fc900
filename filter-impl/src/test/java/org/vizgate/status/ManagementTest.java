package org.vizgate.status;

import java.lang.management.ManagementFactory;
import java.util.Optional;

import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @Test
    void theBean_showsTheState_inOpenTypes() throws Exception {
        ObjectName name = Management.name("/shown", Optional.of("localhost"));
        try (Management bean = Management.of(TestStatus.ordinary(), "/shown", Optional.of("localhost"))
                .orElseThrow()) {
            assertThat(bean).isNotNull();
            assertThat(SERVER.getAttribute(name, "Issuer")).isEqualTo("https://gate.example/app");
            assertThat(SERVER.getAttribute(name, "Version")).isEqualTo("1.2.3");
            assertThat(SERVER.getAttribute(name, "Started")).isEqualTo("2026-05-04T10:00:00Z");
            assertThat(SERVER.getAttribute(name, "UptimeSeconds")).isEqualTo(90L);
            assertThat(SERVER.getAttribute(name, "Store")).isEqualTo("memory");
            assertThat((String[]) SERVER.getAttribute(name, "KeyIds")).containsExactly("key-1", "key-2");
            assertThat(value(name, "Events", "token.issued/refresh_token")).isEqualTo(2L);
            assertThat(value(name, "Calls", "renewal/timed-out")).isEqualTo(1L);
            assertThat(value(name, "StoreOperations", "find/done")).isEqualTo(1L);
            assertThat(value(name, "Gauges", "remembered_tokens")).isEqualTo(7L);
        }
        assertThat(SERVER.isRegistered(name)).isFalse();
    }

    private static Object value(ObjectName name, String attribute, String key) throws Exception {
        TabularData table = (TabularData) SERVER.getAttribute(name, attribute);
        CompositeData row = table.get(new Object[] {key});
        return row.get("value");
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        ObjectName name = Management.name("/fixed", Optional.empty());
        try (Management bean =
                Management.of(TestStatus.ordinary(), "/fixed", Optional.empty()).orElseThrow()) {
            assertThat(bean).isNotNull();
            assertThat(SERVER.getMBeanInfo(name).getOperations()).isEmpty();
            assertThat(SERVER.getMBeanInfo(name).getAttributes()).noneMatch(attribute -> attribute.isWritable());
        }
    }

    @Test
    void aSecondGateOfOneName_startsWithoutABean_andLeavesTheFirstOneAlone() throws Exception {
        ObjectName name = Management.name("/twice", Optional.empty());
        try (Management first =
                Management.of(TestStatus.ordinary(), "/twice", Optional.empty()).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(Management.of(TestStatus.ordinary(), "/twice", Optional.empty()))
                    .isEmpty();
            assertThat(SERVER.isRegistered(name)).isTrue();
        }
        assertThat(SERVER.isRegistered(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 'Catalina/localhost' | 'org.vizgate:type=Gate,context=\"/\",host=\"Catalina/localhost\"'",
                "/a,b=c:d* | '' | 'org.vizgate:type=Gate,context=\"/a,b=c:d\\*\"'"
            })
    void names_areQuoted(String path, String host, String name) throws Exception {
        assertThat(Management.name(path, Optional.of(host).filter(text -> !text.isEmpty())))
                .hasToString(name);
    }
}
