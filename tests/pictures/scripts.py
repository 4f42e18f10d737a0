"""What tests of scripts draw: a line in each of many scripts, with what is hard in it."""

from __future__ import annotations

from types import MappingProxyType

#: Without those of the extra; the comment says what is hard.
LINES = MappingProxyType(
    {
        "Latin": "Vòng đàm phán thứ ba",
        "Cyrillic": "Гуфтушунидҳои сулҳ дар Хоруғ",
        "Greek": "Ειρηνευτικές συνομιλίες",
        "Georgian": "სამშვიდობო მოლაპარაკება",
        # Points below and above letters, and a number within.
        "Hebrew": "שִׂיחוֹת שָׁלוֹם (2024) בירושלים",
        # Letters that join, two that become one, brackets, and a mark above.
        "Arabic": "الجولة الثالثة (2024) لا تزال مُعلَّقة",
        # Conjuncts, and a vowel that stands before what it is read after.
        "Devanagari": "शान्ति वार्ता क्षत्रिय किर्ति",
        # Marks upon marks.
        "Thai": "ผู้ไกล่เกลี่ยที่ปู่รู้จัก",
        "Amharic": "የሰላም ውይይት፡ ሦስተኛ ዙር",
        "Bengali": "শান্তি আলোচনা ক্ষেত্র",
        "Tamil": "சமாதானப் பேச்சு ஸ்ரீ",
        # Letters below letters.
        "Khmer": "កិច្ចពិភាក្សាសន្តិភាព ស្ត្រី",
        "Burmese": "ငြိမ်းချမ်းရေး ဆွေးနွေးပွဲ",
        "Armenian": "Խաղաղության բանակցություններ",
        "Sinhala": "සාම සාකච්ඡා ක්‍ෂ",
        "Lao": "ການເຈລະຈາສັນຕິພາບ ທີ່ນີ້",
        "Telugu": "శాంతి చర్చలు క్షేత్రం",
    }
)
#: Those that only the font of the extra has.
LINES_OF_EXTRA = MappingProxyType(
    {"Chinese": "第三次和平会谈\uff0c2024年", "Japanese": "直ちに会談「ジュネーブ」", "Korean": "제3차 평화 회담"}
)
