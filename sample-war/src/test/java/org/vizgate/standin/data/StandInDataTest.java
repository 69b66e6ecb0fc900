package org.vizgate.standin.data;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

class StandInDataTest {
    @Test
    void aSecondThingWithTheSameLuid_isRefused() {
        Workbook workbook = new Workbook(JO_SALES.luid(), SALES.luid(), "Any", Set.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandInData(List.of(SALES), List.of(JO_SALES), List.of(workbook)))
                .withMessageContaining("LUID");
    }

    @Test
    void aUserWithoutASite_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StandInData(List.of(), List.of(JO_SALES), List.of()))
                .withMessageContaining(SALES.luid());
    }

    @Test
    void theSampleData_hasOneNameOnTwoSites() {
        assertThat(SampleData.create().usersCalled("jo@corp.example"))
                .extracting(User::luid)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }
}
