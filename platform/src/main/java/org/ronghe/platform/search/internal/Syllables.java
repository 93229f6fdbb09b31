package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Cuts typed letters into syllables of pinyin and initials: `wuhandaxue` into wu-han-da-xue,
/// `whdx` into w-h-d-x, `wuhandx` into wu-han-d-x.
final class Syllables {
  /// How many ways to cut are followed at most.
  private static final int MOST_WAYS = 6;

  private static final int MOST_LETTERS = 60;
  private static final int MOST_INITIALS = 16;

  // GB/T 16159 syllables without tones, ü as v; and lyu, nyu as in passports (GB/T 28039).
  private static final TreeSet<String> ALL =
      new TreeSet<>(
          List.of(
              """
              a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can
              cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai
              chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den
              deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang
              fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang
              gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
              ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken
              keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian
              liang liao lie lin ling liu lo long lou lu luan lue lun luo lv lve lyu lyue ma mai man mang
              mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen
              neng ni nian niang niao nie nin ning niu nong nou nu nuan nue nun nuo nv nve nyu nyue o ou pa
              pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie
              qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run
              ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu
              shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te
              tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo
              wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin
              ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao
              zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu
              zuan zui zun zuo\
              """
                  .split("\\s+")));

  private static final Set<String> INITIALS =
      Set.of(
          "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
          "r", "z", "c", "s", "y", "w", "a", "e", "o");

  /// How an initial is told from a syllable among the terms of the index.
  private static final String INITIAL = "'";

  private Syllables() {}

  static boolean isSyllable(String letters) {
    return ALL.contains(letters);
  }

  /// The terms under which a reading is indexed: itself and its initials.
  static List<String> termsOf(String reading) {
    var terms = new ArrayList<String>();
    terms.add(reading);
    terms.add(INITIAL + reading.charAt(0));
    if (reading.length() > 1 && INITIALS.contains(reading.substring(0, 2))) {
      terms.add(INITIAL + reading.substring(0, 2));
    }
    return terms;
  }

  /// The ways to read letters as pinyin, the likeliest first; each is a sequence of places, each
  /// place the terms of which one must be there.
  ///
  /// @param unfinished whether the last syllable may be the beginning of a longer one
  static List<List<List<String>>> ways(String letters, boolean unfinished) {
    if (letters.length() > MOST_LETTERS || !letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return List.of();
    }
    var all = new ArrayList<List<String>>();
    cut(letters, 0, new ArrayList<>(), all, allowedInitials(letters));
    return all.stream()
        .filter(Syllables::isPlausible)
        .sorted(
            Comparator.<List<String>>comparingInt(Syllables::initials).thenComparingInt(List::size))
        .limit(MOST_WAYS)
        .map(way -> places(way, unfinished))
        .toList();
  }

  /// As few bare initials as the letters can do with: more would only find less likely things.
  private static int allowedInitials(String letters) {
    int length = letters.length();
    var fewest = new int[length + 1];
    for (int at = length - 1; at >= 0; at--) {
      fewest[at] = MOST_INITIALS + 1;
      for (int end = at + 1; end <= Math.min(length, at + 6); end++) {
        String part = letters.substring(at, end);
        if (isWhole(part)) {
          fewest[at] = Math.min(fewest[at], fewest[end]);
        } else if (INITIALS.contains(part)) {
          fewest[at] = Math.min(fewest[at], fewest[end] + 1);
        }
      }
    }
    return fewest[0] > MOST_INITIALS ? -1 : fewest[0] + (length <= 6 ? 1 : 0);
  }

  private static void cut(
      String letters, int at, List<String> way, List<List<String>> all, int initialsLeft) {
    if (initialsLeft < 0 || all.size() >= 64) {
      return;
    }
    if (at == letters.length()) {
      all.add(List.copyOf(way));
      return;
    }
    for (int end = Math.min(letters.length(), at + 6); end > at; end--) {
      String part = letters.substring(at, end);
      boolean syllable = isWhole(part);
      if (syllable || INITIALS.contains(part)) {
        way.add(syllable ? part : INITIAL + part);
        cut(letters, end, way, all, syllable ? initialsLeft : initialsLeft - 1);
        way.removeLast();
      }
    }
  }

  /// A single vowel is an initial, which the syllable of that one letter has as well.
  private static boolean isWhole(String part) {
    return part.length() > 1 && ALL.contains(part);
  }

  /// English words fall apart into initials too; whoever abbreviates does so throughout, or for the
  /// lesser part.
  private static boolean isPlausible(List<String> way) {
    int initials = initials(way);
    int letters =
        way.stream().filter(part -> !part.startsWith(INITIAL)).mapToInt(String::length).sum();
    return initials == way.size() || letters * 2 >= initials * 3;
  }

  private static int initials(List<String> way) {
    return (int) way.stream().filter(part -> part.startsWith(INITIAL)).count();
  }

  private static List<List<String>> places(List<String> way, boolean unfinished) {
    var places = new ArrayList<List<String>>();
    for (String part : way) {
      places.add(List.of(part));
    }
    String last = way.getLast();
    if (unfinished && !last.startsWith(INITIAL)) {
      places.set(places.size() - 1, List.copyOf(ALL.subSet(last, last + Character.MAX_VALUE)));
    }
    return List.copyOf(places);
  }
}
