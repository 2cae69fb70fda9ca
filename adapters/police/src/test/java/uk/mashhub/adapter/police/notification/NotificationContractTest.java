package uk.mashhub.adapter.police.notification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.contract.TranslatorContract;
import uk.mashhub.simulators.police.PoliceFiles;

class NotificationContractTest implements TranslatorContract {
    private final NotificationTranslator translator = new NotificationTranslator();

    @Override
    public Translator translator() {
        return translator;
    }

    @Override
    public byte[] sample() {
        return PoliceFiles.notification("ppn-domestic-abuse");
    }

    @Override
    public List<String> privateValues() {
        return List.of("Okonkwo-Test", "9990000018", "ZZ1 1AA", "07700 900101", "kitchen door", "2016-05-14", "Danny");
    }

    @Override
    public Optional<byte[]> classifiedSample() {
        String text = new String(sample(), StandardCharsets.UTF_8);
        return Optional.of(text.replace(">OFFICIAL-SENSITIVE<", ">SECRET<").getBytes(StandardCharsets.UTF_8));
    }
}
