// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.http.HttpAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GcHashTest {

    private final GcHash hash = new GcHash("secure".toCharArray());

    private static Path spec(String name) {
        String specs = System.getProperty("ozgkit.specs", "");
        Path path = Path.of(specs, "payment", "girocheckout", name);
        Assumptions.assumeTrue(!specs.isEmpty() && Files.exists(path), "set -Dozgkit.specs to the folder of the specs");
        return path;
    }

    /** From the public pages api.girocheckout.de, where the code shows another password than the one that fits. */
    @Test
    void holds_the_published_example() {
        assertThat(hash.of("12345671234Wert1Wert2")).isEqualTo("4233d4d15a75d651d60ebabe99b3d846");
    }

    /** Worked examples of the payment notes, chapter 5, in the order of fields of the vendor's SDK 2.6.12. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "START projectId=1234&merchantTxId=BPA-2026-0815-1&amount=3070&currency=EUR&purpose=Bewohnerparken+2026-0815"
                        + "&urlRedirect=return&urlNotify=notify&kassenzeichen=4200000000061 26135ed520a4add713e878e60f24e90d",
                "PAGE projectId=1235&merchantTxId=BPA-2026-0815-1&amount=3070&currency=EUR&purpose=Bewohnerparken+2026-0815"
                        + "&type=SALE&test=1&successUrl=return?r=ok&backUrl=return?r=back&failUrl=return?r=fail&notifyUrl=notify"
                        + "&kassenzeichen=4200000000061 1ac11c5daa7f249a21647952b06293c6",
                "STATUS projectId=1234&reference=7f3c1d2e-0000-4000-8000-000000000001 5981c5af0b35d82dc3735678d1a5e757",
                "REFUND projectId=1234&merchantTxId=BPA-2026-0815-1-R1&amount=3070&currency=EUR&purpose=Erstattung"
                        + "&reference=7f3c1d2e-0000-4000-8000-000000000001 67eedac8ceed93d8ac05d6e3baef5ce9"
            })
    void signs_calls(GcCall call, String fields, String expected) {
        assertThat(hash.of(call, fields("merchantId=1234567&" + fields))).isEqualTo(expected);
    }

    /** As above. */
    @ParameterizedTest
    @CsvSource({
        "false, '', 2ed6e7dc1e7aec5a6e2255f12a59bb65",
        "true, gcPaymethod=11&gcType=SALE&gcProjectId=1234&, dc1f09df808fa07c85f32b797cb2a7e4"
    })
    void recognises_genuine_messages(boolean page, String more, String expected) {
        Map<String, String> message =
                fields(more + "gcReference=7f3c1d2e-0000-4000-8000-000000000001&gcMerchantTxId=BPA-2026-0815-1"
                        + "&gcBackendTxId=884.1&gcAmount=3070&gcCurrency=EUR&gcResultPayment=4000");
        message.put("gcHash", expected);

        assertThat(hash.isGenuine(page, message)).isTrue();
        assertThat(hash.isGenuine(!page, message)).isFalse();
    }

    /** As above. */
    @Test
    void recognises_genuine_answers() {
        String body = "{\"rc\":0,\"msg\":\"\",\"reference\":\"7f3c1d2e-0000-4000-8000-000000000001\","
                + "\"redirect\":\"https://payment.example.org/pay/abc\"}";

        assertThat(hash.fits(body.getBytes(StandardCharsets.UTF_8), "4f5e86a0b3e15f58baea0f677a0f39d8"))
                .isTrue();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(
                    pair[0],
                    pair[1].replace('+', ' ')
                            .replaceFirst("^(return|notify)", "https://portal.example.org/payment/$1/7Qb3"));
        }
        return fields;
    }

    @Test
    void holds_every_vector_of_the_notes() throws IOException {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Files.readString(spec("hash-vectors.json")))
                .path("vectors");
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(8);
        for (JsonNode vector : vectors) {
            String name = vector.path("name").asString();
            String expected = vector.path("hash").asString();
            GcHash own = new GcHash(vector.path("password").asString().toCharArray());
            Map<String, String> fields = new HashMap<>();
            vector.path("fields")
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            assertThat(own.of(vector.path("input").asString())).isEqualTo(expected);
            for (GcCall call : GcCall.values()) {
                if (name.equals(call.path())) {
                    assertThat(own.of(call, fields)).as(name).isEqualTo(expected);
                }
            }
            if (name.contains("notify")) {
                fields.put("gcHash", expected);
                assertThat(own.isGenuine(name.contains("paypage"), fields)).isTrue();
                assertThat(own.isGenuine(!name.contains("paypage"), fields)).isEqualTo(false);
                fields.put("gcAmount", "3071");
                assertThat(own.isGenuine(name.contains("paypage"), fields)).isFalse();
            }
        }
    }

    @Test
    void sends_fields_in_the_published_order() throws IOException {
        JsonNode calls = JsonMapper.shared()
                .readTree(Files.readString(spec("param-order.json")))
                .path("calls");
        calls.properties().forEach(call -> {
            List<String> published = call.getValue()
                    .valueStream()
                    .map(name -> name.asString().replace("?", ""))
                    .toList();
            for (GcCall ours : GcCall.values()) {
                if (call.getKey().startsWith(ours.path())) {
                    List<String> common =
                            ours.order().stream().filter(published::contains).toList();
                    assertThat(published.stream().filter(common::contains).toList())
                            .as(call.getKey())
                            .isEqualTo(common);
                }
            }
        });
        assertThat(GcCall.values()).allSatisfy(call -> assertThat(
                        calls.propertyStream().map(Map.Entry::getKey).filter(name -> name.startsWith(call.path())))
                .isNotEmpty());
    }

    @Test
    void reads_every_code_by_the_table() throws IOException {
        List<String> lines = Files.readAllLines(spec("result-codes.csv"));
        assertThat(lines).hasSizeGreaterThan(50);
        lines.stream().skip(1).map(line -> line.split(";")).forEach(columns -> assertThat(
                        GcResult.of(Integer.parseInt(columns[0])))
                .as(columns[0])
                .hasToString(columns[1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paypage-init-response.http.txt",
                "start-response-error-5002.http.txt",
                "start-response.http.txt",
                "status-response.http.txt"
            })
    void verifies_the_samples_of_answers(String name) throws IOException {
        String[] parts = Files.readString(spec("samples/" + name)).split("\r?\n\r?\n", 2);
        String given = Arrays.stream(parts[0].split("\r?\n"))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("hash:"))
                .map(line -> line.substring(5).strip())
                .collect(Collectors.joining());
        byte[] body = parts[1].getBytes(StandardCharsets.UTF_8);

        GcAnswer answer = GcAnswer.of(new HttpAnswer(200, Map.of("HASH", List.of(given)), body), hash);
        assertThat(answer.genuine()).isTrue();
        assertThat(answer.rc()).isEqualTo(name.contains("5002") ? 5002 : 0);
        byte[] changed = parts[1].replace("rc\":", "rc\": ").getBytes(StandardCharsets.UTF_8);
        assertThat(hash.fits(changed, given)).isFalse();
    }
}
