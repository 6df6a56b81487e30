// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpayCodeTest {

    @Test
    void knows_every_collected_code_by_its_class() throws IOException {
        Path file = Path.of(System.getProperty("ozgkit.specs", "")).resolve("payment/epaybl/error-codes.csv");
        Assumptions.assumeTrue(Files.exists(file), "the collected codes are not beside this checkout");
        int codes = 0;
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] row = line.split(";");
            for (String code : codes(row[0])) {
                codes++;
                assertThat(EpayCode.of(code).orElseThrow().kind()).as(code).isEqualTo(EpayCode.Kind.valueOf(row[1]));
            }
        }
        assertThat(EpayCode.known()).isEqualTo(codes).isEqualTo(119);
    }

    private static List<String> codes(String cell) {
        return cell.equals("-0407..-0411") ? List.of("-0407", "-0408", "-0409", "-0410", "-0411") : List.of(cell);
    }

    @Test
    void says_what_may_help() {
        assertThat(EpayCode.of("-0531").orElseThrow().remedy()).isEqualTo(EpayCode.Remedy.READ_FIRST);
        assertThat(EpayCode.of("-520").orElseThrow().remedy()).isEqualTo(EpayCode.Remedy.REUSE_PAGE);
        assertThat(EpayCode.of("-9999").orElseThrow().refused()).isFalse();
        assertThat(EpayCode.of("-0611").orElseThrow().code()).isEqualTo("payment.epaybl.0611");
        assertThat(EpayCode.of("-7777").orElseThrow().refused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "+0000", "-", "-00000", "0506", "-05a6", "--506", " -0506", "-٠٥٠٦"})
    void reads_nothing_else_as_a_code(String text) {
        assertThat(EpayCode.of(text)).isEmpty();
    }
}
